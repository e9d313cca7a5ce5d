-- Files that were dropped at once, and what became of each.
CREATE TYPE "upload_file_state" AS ENUM (
  'waiting', 'received', 'processing', 'needs_mapping', 'done', 'duplicate', 'failed', 'cancelled'
);

CREATE TABLE "upload_batch" (
  "id" TEXT PRIMARY KEY,
  "workspace_id" TEXT NOT NULL REFERENCES "workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "actor_kind" TEXT NOT NULL,
  "actor_id" TEXT NOT NULL,
  "defaults" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "dismissed_at" TIMESTAMPTZ(3)
);
CREATE INDEX "upload_batch_workspace_id_created_at_idx"
  ON "upload_batch" ("workspace_id", "created_at" DESC);

CREATE TABLE "upload_file" (
  "id" TEXT PRIMARY KEY,
  "batch_id" TEXT NOT NULL REFERENCES "upload_batch" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "workspace_id" TEXT NOT NULL,
  "parent_id" TEXT REFERENCES "upload_file" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  "file_name" TEXT NOT NULL,
  "file_size_bytes" INTEGER NOT NULL,
  "last_modified_ms" BIGINT NOT NULL DEFAULT 0,
  "kind" "asset_kind",
  "state" "upload_file_state" NOT NULL DEFAULT 'waiting',
  "message" TEXT,
  "can_retry" BOOLEAN NOT NULL DEFAULT false,
  "notes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "similar" JSONB NOT NULL DEFAULT '[]',
  "sheet" JSONB,
  "asset_id" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "claimed_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "upload_file_batch_id_position_idx" ON "upload_file" ("batch_id", "position");
CREATE INDEX "upload_file_workspace_id_state_idx" ON "upload_file" ("workspace_id", "state");
CREATE INDEX "upload_file_state_updated_at_idx" ON "upload_file" ("state", "updated_at");
