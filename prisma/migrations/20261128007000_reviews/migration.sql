-- Review links and what reviewers said.
CREATE TABLE "review_link" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "filter" JSONB NOT NULL,
    "sizes" TEXT[],
    "views" INTEGER NOT NULL DEFAULT 0,
    "last_viewed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "review_note" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "ad_key" TEXT,
    "size" TEXT,
    "pin_x" DOUBLE PRECISION,
    "pin_y" DOUBLE PRECISION,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "decision" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_note_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "review_link_workspace_id_campaign_id_created_at_idx" ON "review_link"("workspace_id", "campaign_id", "created_at" DESC);
CREATE INDEX "review_note_link_id_created_at_id_idx" ON "review_note"("link_id", "created_at", "id");

ALTER TABLE "review_link" ADD CONSTRAINT "review_link_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_note" ADD CONSTRAINT "review_note_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "review_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
