-- rollup_element_day without sizes and segments: what the unfiltered report reads. It has as many
-- times fewer rows as a campaign has sizes times segments.
CREATE TABLE events.rollup_element_total (
  campaign_id  text   NOT NULL,
  day          date   NOT NULL,
  arm          text   NOT NULL,
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
  PRIMARY KEY (campaign_id, day, arm, slot, asset_id)
);

INSERT INTO events.rollup_element_total
SELECT campaign_id, day, arm, slot, asset_id, min(workspace_id), sum(impressions), sum(viewables),
  sum(clicks), sum(conversions), sum(value_micros), sum(visits), sum(second_pages), sum(pages),
  sum(engaged_ms)
FROM events.rollup_element_day
GROUP BY campaign_id, day, arm, slot, asset_id;
