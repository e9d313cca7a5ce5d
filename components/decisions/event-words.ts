import type { InvalidTrafficReason } from '@/lib/events/classify-traffic'
import type { EventKind } from '@/lib/events/event'

/** What happened to an ad, as a person would say it. */
export const EVENT_WORDS: Record<EventKind, string> = {
  impression: 'Began to show',
  viewable: 'In view for a second',
  click: 'Clicked',
  engagement: 'Visited',
  conversion: 'Converted',
}

const INVALID_WORDS: Record<InvalidTrafficReason, string> = {
  no_user_agent: 'no browser named',
  headless: 'a browser without a person',
  non_browser: 'a program, not a browser',
  bot: 'a bot or crawler',
  data_centre: 'from a data centre',
  prefetch: 'loaded ahead, not seen',
  hidden_slot: 'a hidden slot',
}

/** Why an event is kept but not counted; a reason of a later version reads as it is spelt. */
export function describeInvalid(reason: string): string {
  return Object.hasOwn(INVALID_WORDS, reason)
    ? INVALID_WORDS[reason as InvalidTrafficReason]
    : reason.replaceAll('_', ' ')
}
