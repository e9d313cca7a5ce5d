-- What the learner learns on: kept with the newest version of a policy only.
ALTER TABLE "policy" ADD COLUMN "learning_state" BYTEA;
