-- Approver roles, the workspace's policy, approvals bound to content, and comments.
ALTER TABLE "membership" ADD COLUMN "approver_roles" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "workspace" ADD COLUMN "approval_policy" JSONB NOT NULL DEFAULT '{"brand":1,"legal":0}';
ALTER TABLE "asset" ADD COLUMN "content_by_id" TEXT;

-- Whoever could approve until now goes on as a brand approver.
UPDATE "membership" SET "approver_roles" = ARRAY['brand'] WHERE "role" IN ('owner', 'marketer', 'creative');
UPDATE "asset" SET "content_by_id" = "created_by_id";

CREATE TABLE "asset_approval" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "workspace_id" TEXT NOT NULL,
  "asset_id" TEXT NOT NULL REFERENCES "asset" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "content_sha256" TEXT NOT NULL,
  "market" TEXT NOT NULL,
  "approver_id" TEXT REFERENCES "user_account" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "approver_role" TEXT NOT NULL,
  "is_self_approval" BOOLEAN NOT NULL DEFAULT false,
  "expires_at" TIMESTAMPTZ(3),
  "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "revoked_at" TIMESTAMPTZ(3)
);
CREATE INDEX "asset_approval_asset_id_content_sha256_idx" ON "asset_approval" ("asset_id", "content_sha256");
CREATE INDEX "asset_approval_workspace_id_expires_at_idx" ON "asset_approval" ("workspace_id", "expires_at");

-- What was approved stays approved, as it is now: by whoever the audit log names.
INSERT INTO "asset_approval"
  ("id", "workspace_id", "asset_id", "content_sha256", "market", "approver_id", "approver_role", "is_self_approval", "decided_at")
SELECT
  'before-' || "asset"."id", "asset"."workspace_id", "asset"."id", "asset"."content_sha256", '*', "user"."id", 'brand',
  coalesce("user"."id" = "asset"."created_by_id", false), coalesce("entry"."created_at", "asset"."updated_at")
FROM "asset"
LEFT JOIN LATERAL (
  SELECT "actor_id", "created_at" FROM "audit_entry"
  WHERE "workspace_id" = "asset"."workspace_id" AND "subject_id" = "asset"."id" AND "action" = 'asset.approve'
  ORDER BY "created_at" DESC LIMIT 1
) "entry" ON true
LEFT JOIN "user_account" AS "user" ON "user"."id" = "entry"."actor_id"
WHERE "asset"."state" = 'approved';

CREATE TABLE "asset_comment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "workspace_id" TEXT NOT NULL,
  "asset_id" TEXT NOT NULL REFERENCES "asset" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "asset_version" INTEGER NOT NULL,
  "parent_id" TEXT REFERENCES "asset_comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "text" TEXT NOT NULL,
  "pin_x" DOUBLE PRECISION,
  "pin_y" DOUBLE PRECISION,
  "decision" TEXT,
  "author_id" TEXT REFERENCES "user_account" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "resolved_at" TIMESTAMPTZ(3),
  "resolved_by_id" TEXT REFERENCES "user_account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "asset_comment_asset_id_created_at_idx" ON "asset_comment" ("asset_id", "created_at");
