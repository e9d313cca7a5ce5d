import type { Scalar } from './condition'

/** What the viewer or the law allows this decision to use (IAB TCF purposes, in words). */
export type Purpose = 'storage' | 'basicAds' | 'profiles' | 'personalisedAds' | 'measurement'

/**
 * The only context a decision ever sees. Made by `gateContext` (lib/privacy) and by replay,
 * never by hand: what consent does not allow is not in it.
 *
 * `fields` are dotted names: `device.class`, `device.os`, `locale.language`, `place.country`,
 * `place.region`, `time.hour`, `time.weekday`, `time.daypart`, `page.category`,
 * `weather.condition`, `weather.temperatureC`, `stock.<productId>`, `promotion.<id>`,
 * and, with consent only, `profile.<attribute>`.
 */
export interface AdContext {
  readonly fields: Readonly<Record<string, Scalar>>
  readonly purposes: readonly Purpose[]
}
