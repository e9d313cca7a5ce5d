-- Finding assets: search, facets, and an order to page by.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION asset_search_text(
  name TEXT, copy TEXT, alt_text TEXT, notes TEXT, source TEXT, tags TEXT[]
) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(concat_ws(E'\n', name, copy, alt_text, notes, source, array_to_string(tags, E'\n')));

-- The name of a colour as people say it, out of `#rrggbb`; null for anything else.
CREATE FUNCTION asset_color_name(hex TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  r FLOAT; g FLOAT; b FLOAT; high FLOAT; low FLOAT; chroma FLOAT; hue FLOAT;
BEGIN
  IF hex !~ '^#[0-9a-fA-F]{6}$' THEN RETURN NULL; END IF;
  r := ('x' || substr(hex, 2, 2))::BIT(8)::INT / 255.0;
  g := ('x' || substr(hex, 4, 2))::BIT(8)::INT / 255.0;
  b := ('x' || substr(hex, 6, 2))::BIT(8)::INT / 255.0;
  high := greatest(r, g, b);
  low := least(r, g, b);
  chroma := high - low;
  IF high < 0.2 THEN RETURN 'black'; END IF;
  IF chroma < 0.1 OR chroma / high < 0.15 THEN
    RETURN CASE WHEN high > 0.88 THEN 'white' ELSE 'grey' END;
  END IF;
  hue := 60 * CASE
    WHEN high = r THEN (g - b) / chroma
    WHEN high = g THEN (b - r) / chroma + 2
    ELSE (r - g) / chroma + 4
  END;
  IF hue < 0 THEN hue := hue + 360; END IF;
  RETURN CASE
    WHEN hue < 15 OR hue >= 345 THEN CASE WHEN high > 0.75 AND chroma / high < 0.5 THEN 'pink' ELSE 'red' END
    WHEN hue < 45 THEN CASE WHEN high < 0.65 THEN 'brown' ELSE 'orange' END
    WHEN hue < 70 THEN 'yellow'
    WHEN hue < 165 THEN 'green'
    WHEN hue < 195 THEN 'turquoise'
    WHEN hue < 255 THEN 'blue'
    WHEN hue < 290 THEN 'purple'
    ELSE 'pink'
  END;
END $$;

-- What a picture is mostly made of: the names of its three commonest colours.
CREATE FUNCTION asset_color_names(colors TEXT[]) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT named.name), ARRAY[]::TEXT[])
  FROM unnest(colors[1:3]) AS color (hex), asset_color_name(color.hex) AS named (name)
  WHERE named.name IS NOT NULL;
END;

ALTER TABLE "asset"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS (
    asset_search_text("name", "text", "alt_text", "notes", "source", "tags")
  ) STORED,
  ADD COLUMN "color_names" TEXT[] GENERATED ALWAYS AS (
    asset_color_names("dominant_colors")
  ) STORED;

CREATE INDEX "asset_search_text_idx" ON "asset" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "asset_tags_idx" ON "asset" USING GIN ("tags");
-- One for each order that a list may have; pages go on from the last row seen.
CREATE INDEX "asset_by_created" ON "asset" ("workspace_id", "created_at", "id");
CREATE INDEX "asset_by_updated" ON "asset" ("workspace_id", "updated_at", "id");
CREATE INDEX "asset_by_name" ON "asset" ("workspace_id", (lower("name")), "id");
CREATE INDEX "asset_by_rights_end" ON "asset"
  ("workspace_id", (coalesce("rights_end_at", 'infinity'::TIMESTAMPTZ)), "id");
CREATE INDEX "asset_by_weight" ON "asset" ("workspace_id", (coalesce("file_size_bytes", 0)), "id");
