-- The library of creative assets: rights, markets, versions, more kinds and states.
ALTER TYPE "asset_kind" ADD VALUE 'theme';
ALTER TYPE "asset_kind" ADD VALUE 'video';
ALTER TYPE "asset_state" ADD VALUE 'changes_requested';
ALTER TYPE "asset_state" ADD VALUE 'rejected';
ALTER TYPE "asset_state" ADD VALUE 'expired';

ALTER TABLE "asset"
  ADD COLUMN "markets" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "rights_start_at" TIMESTAMPTZ(3),
  ADD COLUMN "rights_end_at" TIMESTAMPTZ(3),
  ADD COLUMN "source" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "notes" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "content_sha256" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "theme" JSONB,
  ADD COLUMN "perceptual_hash" BIGINT,
  ADD COLUMN "dominant_colors" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "duration_ms" INTEGER,
  ADD COLUMN "poster_sha256" TEXT;

CREATE TABLE "asset_version" (
  "asset_id" TEXT NOT NULL REFERENCES "asset" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "version" INTEGER NOT NULL,
  "content_sha256" TEXT NOT NULL,
  "content" JSONB NOT NULL,
  "created_by_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("asset_id", "version")
);

-- One rendition of each density.
ALTER TABLE "asset_rendition" ADD COLUMN "density" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "asset_rendition" DROP CONSTRAINT "asset_rendition_pkey";
ALTER TABLE "asset_rendition" ADD PRIMARY KEY ("asset_id", "size", "format", "density");
