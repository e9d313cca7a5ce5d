import type { Pool } from 'pg'

interface LibraryFill {
  readonly workspaceId: string
  readonly count: number
  /** Pictures of this workspace lend their files; without it pictures have files that are nowhere. */
  readonly picturesOf?: string
}

const NOUNS = ['boots', 'jacket', 'kettle', 'sofa', 'lamp', 'bicycle', 'tent', 'watch', 'scarf']
const MOODS = ['Summer', 'Winter', 'Early', 'Quiet', 'Bold', 'Studio', 'Outdoor', 'Close-up']
const TAGS = ['hero', 'sale', 'evergreen', 'people', 'product', 'night', 'christmas', 'b-roll']
const MARKETS = ['DE', 'AT', 'CH', 'FR', 'GB', 'US', 'JP']
const LOCALES = ['en', 'de', 'fr', 'ja', 'ar']
const SOURCES = ['Studio Nord', 'Getty', 'In house', 'Agency Blau']
const COLORS = [
  '#c23b22',
  '#2255aa',
  '#2e8b57',
  '#f2c14e',
  '#111111',
  '#f5f5f5',
  '#8a5a2b',
  '#7e57c2',
]

/** Many assets of every kind, the same each time: number `n` is told by its place in the series. */
export async function fillLibrary(pool: Pool, fill: LibraryFill): Promise<void> {
  const { workspaceId, count, picturesOf = '' } = fill
  const pick = (list: string, n: string) => `(${list})[1 + (${n}) % array_length(${list}, 1)]`
  await pool.query(
    `INSERT INTO asset (id, workspace_id, kind, state, name, text, alt_text, locale, tags, markets,
       rights_start_at, rights_end_at, source, notes, content_sha256, dominant_colors, blob_sha256,
       content_type, width_px, height_px, file_size_bytes, blur_data_url, created_at, updated_at)
     SELECT left(md5($1 || n), 12), $1, wanted::asset_kind,
       ${pick(`ARRAY['approved','approved','draft','in_review','approved','archived']`, 'n / 7')}::asset_state,
       ${pick('$3::text[]', 'n / 9')} || ' ' || ${pick('$4::text[]', 'n')} || ' ' || lpad(n::text, 5, '0'),
       CASE WHEN wanted IN ('headline', 'body', 'cta', 'disclaimer') THEN 'Copy number ' || n || ' for ' || ${pick('$4::text[]', 'n')} END,
       CASE WHEN wanted = 'image' AND n % 5 > 0 THEN 'A picture of ' || ${pick('$4::text[]', 'n')} ELSE '' END,
       ${pick('$7::text[]', 'n / 11')},
       CASE n % 4 WHEN 0 THEN '{}' WHEN 1 THEN ARRAY[${pick('$5::text[]', 'n / 4')}]
         ELSE ARRAY(SELECT DISTINCT unnest(ARRAY[${pick('$5::text[]', 'n / 4')}, ${pick('$5::text[]', 'n / 32')}])) END,
       CASE n % 3 WHEN 0 THEN '{}' ELSE ARRAY[${pick('$6::text[]', 'n / 3')}] END,
       CASE WHEN n % 50 = 3 THEN now() + interval '20 days' END,
       CASE WHEN n % 10 = 0 THEN now() + ((n % 400) - 60) * interval '1 day' + interval '30 days' END,
       CASE WHEN n % 6 = 0 THEN '' ELSE ${pick('$8::text[]', 'n / 6')} END,
       CASE WHEN n % 97 = 0 THEN 'Ask the agency before cropping' ELSE '' END,
       encode(sha256(($1 || n)::bytea), 'hex'),
       CASE WHEN is_picture THEN ARRAY[${pick('$9::text[]', 'n')}, ${pick('$9::text[]', 'n / 8')}] ELSE '{}' END,
       CASE WHEN is_picture THEN coalesce(lent.blob_sha256, CASE WHEN $10 = '' THEN encode(sha256(($1 || n)::bytea), 'hex') END) END,
       CASE WHEN is_picture THEN coalesce(lent.content_type, 'image/webp') END,
       CASE WHEN is_picture THEN coalesce(lent.width_px, 600 + n % 1900) END,
       CASE WHEN is_picture THEN coalesce(lent.height_px, 400 + n % 1300) END,
       CASE WHEN is_picture THEN coalesce(lent.file_size_bytes, 20000 + n * 37 % 900000) END,
       lent.blur_data_url,
       timestamptz '2026-11-01T00:00:00Z' + n * interval '1 minute',
       timestamptz '2026-11-02T00:00:00Z' + n * interval '1 minute'
     FROM (
       SELECT n, CASE WHEN n % 20 < 11 THEN 'image' WHEN n % 20 = 11 THEN 'logo' WHEN n % 20 = 12 THEN 'background'
         WHEN n % 20 < 16 THEN 'headline' WHEN n % 20 < 18 THEN 'body' WHEN n % 20 = 18 THEN 'cta' ELSE 'disclaimer' END AS wanted,
         n % 20 <= 12 AS is_picture
       FROM generate_series(1, $2::int) AS n
     ) AS series
     LEFT JOIN (
       SELECT *, row_number() OVER (PARTITION BY kind ORDER BY id) - 1 AS place, count(*) OVER (PARTITION BY kind) AS places
       FROM asset WHERE workspace_id = $10 AND blob_sha256 IS NOT NULL AND kind IN ('image', 'logo', 'background')
     ) AS lent ON lent.kind::text = CASE series.wanted WHEN 'background' THEN 'image' ELSE series.wanted END AND lent.place = series.n % lent.places`,
    [workspaceId, count, MOODS, NOUNS, TAGS, MARKETS, LOCALES, SOURCES, COLORS, picturesOf],
  )
  await pool.query(
    `INSERT INTO asset_rendition (asset_id, size, format, density, width_px, height_px, file_size_bytes, sha256)
     SELECT asset.id, size, format, 1, 300, 250, 20000, coalesce(lent.sha256, asset.blob_sha256)
     FROM asset
     CROSS JOIN unnest(ARRAY['300x250', '728x90', '160x600', '320x50', '300x600', '970x250']) AS size
     CROSS JOIN unnest(ARRAY['webp', 'jpeg']) AS format
     LEFT JOIN LATERAL (
       SELECT rendition.sha256 FROM asset_rendition AS rendition
       JOIN asset AS source ON source.id = rendition.asset_id
       WHERE source.workspace_id = $2 AND source.blob_sha256 = asset.blob_sha256
         AND rendition.size = size.size AND rendition.format = format.format
       LIMIT 1
     ) AS lent ON $2 <> ''
     WHERE asset.workspace_id = $1 AND asset.blob_sha256 IS NOT NULL`,
    [workspaceId, picturesOf],
  )
  await pool.query('ANALYZE asset, asset_rendition')
}
