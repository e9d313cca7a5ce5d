-- Products of shops' feeds, for ads that show them (lib/products).
CREATE TABLE "product" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "image_url" TEXT,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_url" TEXT,
    "renditions" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT,
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("workspace_id","key")
);

CREATE INDEX "product_title_idx" ON "product" USING GIN ("title" gin_trgm_ops);

-- The few whose picture has to be fetched, the most urgent first.
CREATE INDEX "product_to_fetch" ON "product" ("next_attempt_at")
    WHERE "image_url" IS NOT NULL AND "fetched_url" IS DISTINCT FROM "image_url";

ALTER TABLE "product" ADD CONSTRAINT "product_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
