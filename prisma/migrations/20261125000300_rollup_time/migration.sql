-- Totals by five minutes of the decision, for what a day's rollup can't show: the first hours of a
-- campaign. At most 288 rows a day and arm; `expire-events` keeps a few days of them.
CREATE TABLE events.rollup_time (
  campaign_id  text        NOT NULL,
  starts_at    timestamptz NOT NULL,
  arm          text        NOT NULL,
  workspace_id text        NOT NULL,
  impressions  bigint NOT NULL DEFAULT 0,
  viewables    bigint NOT NULL DEFAULT 0,
  clicks       bigint NOT NULL DEFAULT 0,
  conversions  bigint NOT NULL DEFAULT 0,
  value_micros bigint NOT NULL DEFAULT 0,
  visits       bigint NOT NULL DEFAULT 0,
  second_pages bigint NOT NULL DEFAULT 0,
  pages        bigint NOT NULL DEFAULT 0,
  engaged_ms   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, starts_at, arm)
);
CREATE INDEX rollup_time_starts_at_idx ON events.rollup_time (starts_at);

-- What the other rollups already hold of the last two days.
INSERT INTO events.rollup_time
SELECT e.campaign_id, date_bin('5 minutes', to_timestamp((d.record->>'decidedAtMs')::float8 / 1000), 'epoch'),
  d.record->>'arm', min(e.workspace_id),
  count(*) FILTER (WHERE kind = 'impression'), count(*) FILTER (WHERE kind = 'viewable'),
  count(*) FILTER (WHERE kind = 'click'), count(*) FILTER (WHERE kind = 'conversion'),
  coalesce(sum(value_micros), 0), count(*) FILTER (WHERE kind = 'engagement' AND dedupe_key = '1'),
  count(*) FILTER (WHERE kind = 'engagement' AND dedupe_key = '2'),
  count(*) FILTER (WHERE kind = 'engagement'), coalesce(sum(duration_ms), 0)
FROM events.event e JOIN events.decision d ON d.day = e.day AND d.id = e.decision_id
WHERE e.day >= (now() AT TIME ZONE 'UTC')::date - 1 AND e.invalid_reason IS NULL
  AND e.xid < (SELECT xid FROM events.watermark WHERE reader = 'rollup')
GROUP BY 1, 2, 3;
