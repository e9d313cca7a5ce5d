-- A team's own templates for ads (lib/templates).
CREATE TABLE "template" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "newest_version" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "template_version" (
    "template_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "css" TEXT NOT NULL,
    "compiled" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "restored_from" INTEGER,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_version_pkey" PRIMARY KEY ("template_id","version")
);

CREATE INDEX "template_workspace_id_name_idx" ON "template"("workspace_id", "name");

ALTER TABLE "template" ADD CONSTRAINT "template_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "template_version" ADD CONSTRAINT "template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Campaigns and replay rely on a version being what it was.
CREATE FUNCTION "refuse_template_version_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of a template never changes';
END
$$;

CREATE TRIGGER "template_version_never_changes" BEFORE UPDATE ON "template_version"
    FOR EACH ROW EXECUTE FUNCTION "refuse_template_version_change"();
