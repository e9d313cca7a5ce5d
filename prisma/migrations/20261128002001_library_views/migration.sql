-- Saved views of the library, and what undoing a change of many assets takes.
CREATE TABLE "library_view" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "workspace_id" TEXT NOT NULL REFERENCES "workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "name" TEXT NOT NULL,
  "query" JSONB NOT NULL,
  "created_by_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX "library_view_workspace_id_name_key" ON "library_view" ("workspace_id", "name");

CREATE TABLE "asset_bulk_change" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "workspace_id" TEXT NOT NULL REFERENCES "workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "actor_kind" TEXT NOT NULL,
  "actor_id" TEXT NOT NULL,
  "items" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "asset_bulk_change_workspace_id_created_at_idx"
  ON "asset_bulk_change" ("workspace_id", "created_at");
