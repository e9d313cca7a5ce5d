-- The rules of a workspace's brand (lib/brand/brand-kit.ts).
CREATE TABLE "brand_kit" (
    "workspace_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "document" JSONB NOT NULL,
    "updated_by_id" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brand_kit_pkey" PRIMARY KEY ("workspace_id")
);

-- AddForeignKey
ALTER TABLE "brand_kit" ADD CONSTRAINT "brand_kit_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
