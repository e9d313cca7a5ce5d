-- Elements that always or never go together (lib/rules/pair.ts).
ALTER TABLE "campaign" ADD COLUMN "constraints" JSONB NOT NULL DEFAULT '[]';
