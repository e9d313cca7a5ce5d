-- Gives every asset there is the hash of its content, as lib/assets/content-hash.ts writes it down.
UPDATE "asset"
SET "content_sha256" = encode(sha256(convert_to(
  '["asset-content-1",'
  || to_json("kind"::text)::text || ','
  || coalesce(to_json(normalize("text", NFC))::text, 'null') || ','
  || to_json(normalize("alt_text", NFC))::text || ','
  || to_json(normalize("locale", NFC))::text || ','
  || coalesce(to_json("blob_sha256")::text, 'null') || ','
  || CASE
       WHEN "blob_sha256" IS NULL THEN 'null'
       ELSE '[' || floor("focal_x" * 10000 + 0.5)::int || ',' || floor("focal_y" * 10000 + 0.5)::int || ']'
     END
  || ',null,null]',
  'UTF8')), 'hex')
WHERE "content_sha256" = '' AND "theme" IS NULL AND "poster_sha256" IS NULL;
