-- What browsers found in ads, by what the ads are made of.
CREATE TABLE "render_check" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "render_check_pkey" PRIMARY KEY ("workspace_id","key")
);

ALTER TABLE "render_check" ADD CONSTRAINT "render_check_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
