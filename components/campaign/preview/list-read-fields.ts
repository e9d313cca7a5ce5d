import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { Condition, Scalar } from '@/lib/decision/condition'

export interface ReadField {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean'
  /** What conditions compare it with, each once. */
  readonly values: readonly Scalar[]
}

/** The fields that the campaign's rules and segments ask, with the values they ask for. */
export function listReadFields({
  rules,
  segments,
}: Pick<CampaignDetail, 'rules' | 'segments'>): ReadField[] {
  const values = new Map<string, Set<Scalar>>()
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        condition.of.forEach(visit)
        return
      case 'not':
        visit(condition.of)
        return
      case 'compare': {
        const known = values.get(condition.field) ?? new Set<Scalar>()
        for (const value of [condition.value].flat()) if (value !== null) known.add(value)
        values.set(condition.field, known)
        return
      }
      case 'segment':
        return
    }
  }
  for (const { condition } of [...segments, ...rules]) visit(condition)
  return [...values]
    .map(([name, known]) => ({ name, values: [...known], type: typeOf(name, [...known]) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Have controls of their own, or follow from one. */
const OWN_FIELDS = new Set([
  ...['device.class', 'time.hour', 'time.daypart', 'weather.condition'],
  ...['place.country', 'locale.language'],
])
const GROUPS: readonly { title: string; has: (name: string) => boolean }[] = [
  { title: 'Products and offers', has: (name) => /^(stock|promotion)\./.test(name) },
  { title: 'The customer', has: (name) => name.startsWith('profile.') },
  { title: 'The moment and the page', has: (name) => !/^(stock|promotion|profile)\./.test(name) },
]

/** Those of them without a control of their own, by what they are about; no empty groups. */
export function groupReadFields(campaign: Pick<CampaignDetail, 'rules' | 'segments'>) {
  const fields = listReadFields(campaign).filter(({ name }) => !OWN_FIELDS.has(name))
  return GROUPS.map(({ title, has }) => ({
    title,
    fields: fields.filter(({ name }) => has(name)),
  })).filter((group) => group.fields.length > 0)
}

function typeOf(name: string, values: readonly Scalar[]): ReadField['type'] {
  if (values.length > 0 && values.every((value) => typeof value === 'number')) return 'number'
  const isOffer = /^promotion\.[^.]+$/.test(name)
  if (isOffer || (values.length > 0 && values.every((value) => typeof value === 'boolean')))
    return 'boolean'
  return 'text'
}
