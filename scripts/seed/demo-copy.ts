import type { CreateCopyAsset } from '@/lib/assets/asset'

type CopyText = Omit<Extract<CreateCopyAsset, { kind: 'headline' }>, 'kind' | 'locale' | 'tags'>

/** Only for those who buy on offer, and only while the offer runs: a rule sees to it. */
export const DISCOUNT_HEADLINE = '20 % off until Sunday'

export const HEADLINES: readonly string[] = [
  'Made for real weather',
  'Go out. Stay out.',
  'The weekend starts at the door',
  'Warm, dry and in no hurry',
  'Built to be repaired',
  'Pack light, come home late',
  'Your next favourite jacket',
  DISCOUNT_HEADLINE,
]

export const BODIES: readonly string[] = [
  'Three layers, taped seams, repaired free for five years.',
  'Tested where it rains 200 days a year.',
  'Free delivery and 100 days to try it outside.',
  'From wool, leather and recycled shells. Nothing else.',
  'Chosen by people who would rather be out there.',
  'One outfit for the harbour, the forest and the ridge.',
]

export const CALLS_TO_ACTION: readonly string[] = [
  'Shop now',
  'Find your jacket',
  'Get outside',
  'See the collection',
  'Plan your trip',
]

/** Still with the editors: what a library has besides what is approved. */
export const UNFINISHED_COPY: readonly {
  kind: 'headline' | 'body' | 'disclaimer'
  text: CopyText['text']
  state: 'draft' | 'in_review'
}[] = [
  { kind: 'headline', text: 'Winter is coming. Good.', state: 'in_review' },
  { kind: 'headline', text: 'First tracks, second skin', state: 'in_review' },
  { kind: 'body', text: 'Early access for everybody who has ever scraped ice.', state: 'draft' },
  { kind: 'disclaimer', text: 'While stocks last. Prices include VAT.', state: 'draft' },
]
