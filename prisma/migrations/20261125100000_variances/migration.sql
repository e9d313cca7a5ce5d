-- What intervals need besides counts. All of it is added up as binary floating point: each event is
-- added once and never again, so a sum is off by rounding only, some 1e-12 of itself.

-- Sums over decisions of squares and products of what became of each: the unit that is randomised
-- is the decision, and one of them may convert several times and see many pages.
ALTER TABLE events.rollup_day
  ADD COLUMN conversions_squared double precision NOT NULL DEFAULT 0,
  ADD COLUMN value_squared       double precision NOT NULL DEFAULT 0,
  ADD COLUMN clicks_conversions  double precision NOT NULL DEFAULT 0,
  ADD COLUMN engaged_ms_squared  double precision NOT NULL DEFAULT 0,
  ADD COLUMN visits_engaged_ms   double precision NOT NULL DEFAULT 0,
  ADD COLUMN pages_squared       double precision NOT NULL DEFAULT 0,
  ADD COLUMN visits_pages        double precision NOT NULL DEFAULT 0;
ALTER TABLE events.rollup_time
  ADD COLUMN conversions_squared double precision NOT NULL DEFAULT 0,
  ADD COLUMN value_squared       double precision NOT NULL DEFAULT 0,
  ADD COLUMN clicks_conversions  double precision NOT NULL DEFAULT 0,
  ADD COLUMN engaged_ms_squared  double precision NOT NULL DEFAULT 0,
  ADD COLUMN visits_engaged_ms   double precision NOT NULL DEFAULT 0,
  ADD COLUMN pages_squared       double precision NOT NULL DEFAULT 0,
  ADD COLUMN visits_pages        double precision NOT NULL DEFAULT 0;

-- Sums of weights w = 1 / (probability with which the element was drawn in its slot) and of
-- rewards r, as in lib/experiments/off-policy: w and ww over impressions; wr and wwr over clicks
-- and over conversions, of which a decision may have several, so that they have wwrr too.
ALTER TABLE events.rollup_element_day
  ADD COLUMN w               double precision NOT NULL DEFAULT 0,
  ADD COLUMN ww              double precision NOT NULL DEFAULT 0,
  ADD COLUMN click_wr        double precision NOT NULL DEFAULT 0,
  ADD COLUMN click_wwr       double precision NOT NULL DEFAULT 0,
  ADD COLUMN conversion_wr   double precision NOT NULL DEFAULT 0,
  ADD COLUMN conversion_wwr  double precision NOT NULL DEFAULT 0,
  ADD COLUMN conversion_wwrr double precision NOT NULL DEFAULT 0;
ALTER TABLE events.rollup_element_total
  ADD COLUMN w               double precision NOT NULL DEFAULT 0,
  ADD COLUMN ww              double precision NOT NULL DEFAULT 0,
  ADD COLUMN click_wr        double precision NOT NULL DEFAULT 0,
  ADD COLUMN click_wwr       double precision NOT NULL DEFAULT 0,
  ADD COLUMN conversion_wr   double precision NOT NULL DEFAULT 0,
  ADD COLUMN conversion_wwr  double precision NOT NULL DEFAULT 0,
  ADD COLUMN conversion_wwrr double precision NOT NULL DEFAULT 0;

-- What the rollups already hold, as far as its events are still kept. No other roller meanwhile.
SELECT pg_advisory_xact_lock(hashtext('intarsia.rollup'));

CREATE TEMPORARY TABLE counted_decision ON COMMIT DROP AS
SELECT e.campaign_id, e.day, e.decision_id,
  count(*) FILTER (WHERE kind = 'impression')::float8 AS impressions,
  count(*) FILTER (WHERE kind = 'click')::float8 AS clicks,
  count(*) FILTER (WHERE kind = 'conversion')::float8 AS conversions,
  coalesce(sum(value_micros), 0)::float8 AS value_micros,
  count(*) FILTER (WHERE kind = 'engagement' AND dedupe_key = '1')::float8 AS visits,
  count(*) FILTER (WHERE kind = 'engagement')::float8 AS pages,
  coalesce(sum(duration_ms), 0)::float8 AS engaged_ms
FROM events.event e
WHERE e.invalid_reason IS NULL AND e.kind <> 'viewable'
  AND e.xid < (SELECT xid FROM events.watermark WHERE reader = 'rollup')
GROUP BY 1, 2, 3;
ANALYZE counted_decision;

CREATE TEMPORARY TABLE decision_products ON COMMIT DROP AS
SELECT c.campaign_id, c.day, d.record->>'arm' AS arm, d.record->>'placementId' AS placement_id,
  coalesce(d.record->'segmentIds'->>0, 'none') AS segment_id,
  date_bin('5 minutes', to_timestamp((d.record->>'decidedAtMs')::float8 / 1000), 'epoch') AS starts_at,
  sum(conversions * conversions) AS conversions_squared,
  sum(value_micros * value_micros) AS value_squared,
  sum(clicks * conversions) AS clicks_conversions,
  sum(engaged_ms * engaged_ms) AS engaged_ms_squared,
  sum(visits * engaged_ms) AS visits_engaged_ms,
  sum(pages * pages) AS pages_squared,
  sum(visits * pages) AS visits_pages
FROM counted_decision c JOIN events.decision d ON d.day = c.day AND d.id = c.decision_id
WHERE conversions > 0 OR pages > 0
GROUP BY 1, 2, 3, 4, 5, 6;

UPDATE events.rollup_day r
SET conversions_squared = s.conversions_squared, value_squared = s.value_squared,
  clicks_conversions = s.clicks_conversions, engaged_ms_squared = s.engaged_ms_squared,
  visits_engaged_ms = s.visits_engaged_ms, pages_squared = s.pages_squared,
  visits_pages = s.visits_pages
FROM (
  SELECT campaign_id, day, arm, placement_id, segment_id,
    sum(conversions_squared) AS conversions_squared, sum(value_squared) AS value_squared,
    sum(clicks_conversions) AS clicks_conversions, sum(engaged_ms_squared) AS engaged_ms_squared,
    sum(visits_engaged_ms) AS visits_engaged_ms, sum(pages_squared) AS pages_squared,
    sum(visits_pages) AS visits_pages
  FROM decision_products GROUP BY 1, 2, 3, 4, 5
) s
WHERE (r.campaign_id, r.day, r.arm, r.placement_id, r.segment_id)
  = (s.campaign_id, s.day, s.arm, s.placement_id, s.segment_id);

UPDATE events.rollup_time r
SET conversions_squared = s.conversions_squared, value_squared = s.value_squared,
  clicks_conversions = s.clicks_conversions, engaged_ms_squared = s.engaged_ms_squared,
  visits_engaged_ms = s.visits_engaged_ms, pages_squared = s.pages_squared,
  visits_pages = s.visits_pages
FROM (
  SELECT campaign_id, starts_at, arm,
    sum(conversions_squared) AS conversions_squared, sum(value_squared) AS value_squared,
    sum(clicks_conversions) AS clicks_conversions, sum(engaged_ms_squared) AS engaged_ms_squared,
    sum(visits_engaged_ms) AS visits_engaged_ms, sum(pages_squared) AS pages_squared,
    sum(visits_pages) AS visits_pages
  FROM decision_products GROUP BY 1, 2, 3
) s
WHERE (r.campaign_id, r.starts_at, r.arm) = (s.campaign_id, s.starts_at, s.arm);

CREATE TEMPORARY TABLE element_weights ON COMMIT DROP AS
SELECT campaign_id, day, arm, size, segment_id, slot, asset_id,
  sum(weight * impressions) AS w, sum(weight * weight * impressions) AS ww,
  sum(weight * clicks) AS click_wr, sum(weight * weight * clicks) AS click_wwr,
  sum(weight * conversions) AS conversion_wr, sum(weight * weight * conversions) AS conversion_wwr,
  sum(weight * weight * conversions * conversions) AS conversion_wwrr
FROM (
  SELECT c.*, d.record->>'arm' AS arm, d.record->>'size' AS size,
    coalesce(d.record->'segmentIds'->>0, 'none') AS segment_id, slot, asset_id,
    1 / (d.record->'propensities'->>slot)::float8 AS weight
  FROM counted_decision c JOIN events.decision d ON d.day = c.day AND d.id = c.decision_id
  CROSS JOIN LATERAL jsonb_each_text(d.record->'assets') AS element (slot, asset_id)
  WHERE (d.record->'propensities'->>slot)::float8 BETWEEN 1e-6 AND 1
) AS weighted
GROUP BY 1, 2, 3, 4, 5, 6, 7;

UPDATE events.rollup_element_day r
SET w = s.w, ww = s.ww, click_wr = s.click_wr, click_wwr = s.click_wwr,
  conversion_wr = s.conversion_wr, conversion_wwr = s.conversion_wwr,
  conversion_wwrr = s.conversion_wwrr
FROM element_weights s
WHERE (r.campaign_id, r.day, r.arm, r.size, r.segment_id, r.slot, r.asset_id)
  = (s.campaign_id, s.day, s.arm, s.size, s.segment_id, s.slot, s.asset_id);

UPDATE events.rollup_element_total r
SET w = s.w, ww = s.ww, click_wr = s.click_wr, click_wwr = s.click_wwr,
  conversion_wr = s.conversion_wr, conversion_wwr = s.conversion_wwr,
  conversion_wwrr = s.conversion_wwrr
FROM (
  SELECT campaign_id, day, arm, slot, asset_id, sum(w) AS w, sum(ww) AS ww,
    sum(click_wr) AS click_wr, sum(click_wwr) AS click_wwr, sum(conversion_wr) AS conversion_wr,
    sum(conversion_wwr) AS conversion_wwr, sum(conversion_wwrr) AS conversion_wwrr
  FROM element_weights GROUP BY 1, 2, 3, 4, 5
) s
WHERE (r.campaign_id, r.day, r.arm, r.slot, r.asset_id)
  = (s.campaign_id, s.day, s.arm, s.slot, s.asset_id);
