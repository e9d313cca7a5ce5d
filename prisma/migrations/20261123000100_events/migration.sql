-- The event stream and its rollups. They live in their own schema, outside Prisma's models:
-- partitions, xid8 watermarks and composite upserts are Postgres' own.
CREATE SCHEMA events;

-- A decision, stored once with the first event that mentions it. `day` is the UTC day of the
-- decision (the time inside its UUIDv7), so every event of a decision lands in one partition
-- and its primary key deduplicates for as long as the partition lives.
CREATE TABLE events.decision (
  day          date  NOT NULL,
  id           uuid  NOT NULL,
  workspace_id text  NOT NULL,
  campaign_id  text  NOT NULL,
  record       jsonb NOT NULL,
  PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX decision_campaign_idx ON events.decision (workspace_id, campaign_id, id DESC);

CREATE TABLE events.event (
  day            date        NOT NULL,
  decision_id    uuid        NOT NULL,
  kind           text        NOT NULL CHECK (kind IN ('impression', 'viewable', 'click', 'conversion', 'engagement')),
  -- '' for kinds counted once a decision; event id of a conversion; page number of an engagement.
  dedupe_key     text        NOT NULL DEFAULT '',
  workspace_id   text        NOT NULL,
  campaign_id    text        NOT NULL,
  received_at    timestamptz NOT NULL DEFAULT now(),
  -- Why the event is kept but not counted (invalid traffic); null when it counts.
  invalid_reason text,
  value_micros   bigint      NOT NULL DEFAULT 0,
  order_id       text,
  duration_ms    integer     NOT NULL DEFAULT 0,
  -- The writing transaction: readers take everything before pg_snapshot_xmin() exactly once.
  xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (day, decision_id, kind, dedupe_key)
) PARTITION BY RANGE (day);
CREATE INDEX event_xid_idx ON events.event (xid);

-- An order converts once, whichever decision claims it and on whichever day.
CREATE TABLE events.conversion_order (
  workspace_id text NOT NULL,
  campaign_id  text NOT NULL,
  order_id     text NOT NULL,
  day          date NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, order_id)
);
CREATE INDEX conversion_order_day_idx ON events.conversion_order (day);

-- Totals by day of the decision. Segment is the viewer's primary segment or 'none'.
CREATE TABLE events.rollup_day (
  campaign_id         text   NOT NULL,
  day                 date   NOT NULL,
  arm                 text   NOT NULL,
  placement_id        text   NOT NULL,
  size                text   NOT NULL,
  segment_id          text   NOT NULL,
  workspace_id        text   NOT NULL,
  impressions         bigint NOT NULL DEFAULT 0,
  viewables           bigint NOT NULL DEFAULT 0,
  clicks              bigint NOT NULL DEFAULT 0,
  conversions         bigint NOT NULL DEFAULT 0,
  value_micros        bigint NOT NULL DEFAULT 0,
  visits              bigint NOT NULL DEFAULT 0,
  second_pages        bigint NOT NULL DEFAULT 0,
  pages               bigint NOT NULL DEFAULT 0,
  engaged_ms          bigint NOT NULL DEFAULT 0,
  invalid_events      bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, day, arm, placement_id, segment_id)
);

-- The same counts by element: each decision counts once for each of its slots.
CREATE TABLE events.rollup_element_day (
  campaign_id  text   NOT NULL,
  day          date   NOT NULL,
  arm          text   NOT NULL,
  size         text   NOT NULL,
  segment_id   text   NOT NULL,
  slot         text   NOT NULL,
  asset_id     text   NOT NULL,
  workspace_id text   NOT NULL,
  impressions  bigint NOT NULL DEFAULT 0,
  viewables    bigint NOT NULL DEFAULT 0,
  clicks       bigint NOT NULL DEFAULT 0,
  conversions  bigint NOT NULL DEFAULT 0,
  value_micros bigint NOT NULL DEFAULT 0,
  visits       bigint NOT NULL DEFAULT 0,
  second_pages bigint NOT NULL DEFAULT 0,
  pages        bigint NOT NULL DEFAULT 0,
  engaged_ms   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, day, arm, size, segment_id, slot, asset_id)
);

-- How far a reader has come in the stream: every event of a transaction before `xid` is in.
CREATE TABLE events.watermark (
  reader     text        PRIMARY KEY,
  xid        xid8        NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO events.watermark (reader, xid) VALUES ('rollup', '0');

-- Creates the daily partitions of both tables from `first_day` to `last_day`, where missing.
CREATE FUNCTION events.ensure_partitions(first_day date, last_day date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  d date := first_day;
  created integer := 0;
  parent text;
  child text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('events.ensure_partitions'));
  WHILE d <= last_day LOOP
    FOREACH parent IN ARRAY ARRAY['decision', 'event'] LOOP
      child := parent || '_' || to_char(d, 'YYYYMMDD');
      IF to_regclass('events.' || child) IS NULL THEN
        EXECUTE format('CREATE TABLE events.%I PARTITION OF events.%I FOR VALUES FROM (%L) TO (%L)', child, parent, d, d + 1);
        created := created + 1;
      END IF;
    END LOOP;
    d := d + 1;
  END LOOP;
  RETURN created;
END $$;

-- Drops the partitions (and order keys) of days before `first_kept_day`.
CREATE FUNCTION events.drop_partitions_before(first_kept_day date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  child text;
  dropped integer := 0;
BEGIN
  FOR child IN
    SELECT c.relname FROM pg_class c
    JOIN pg_inherits i ON i.inhrelid = c.oid
    JOIN pg_class p ON p.oid = i.inhparent
    JOIN pg_namespace n ON n.oid = p.relnamespace
    WHERE n.nspname = 'events' AND p.relname IN ('decision', 'event')
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < first_kept_day
  LOOP
    EXECUTE format('DROP TABLE events.%I', child);
    dropped := dropped + 1;
  END LOOP;
  DELETE FROM events.conversion_order WHERE day < first_kept_day;
  RETURN dropped;
END $$;

SELECT events.ensure_partitions((now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + 14);
