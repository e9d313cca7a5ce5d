import type { Condition, Operator, Scalar } from '@/lib/decision/condition'
import type { SegmentInput } from '@/lib/segments/segment'
import type { CustomerKind } from './demo-customers'

export function compare(
  field: string,
  operator: Operator,
  value: Scalar | Scalar[] | null,
): Condition {
  return { kind: 'compare', field, operator, value }
}

/** The page category of mountain pages, which needs nobody's consent to know. */
export const MOUNTAIN_PAGES = 'mountains'

/** The shop's segments, the most important first: a viewer's first match is the primary one. */
export const SEGMENTS: readonly (SegmentInput & { kind: CustomerKind })[] = [
  {
    kind: 'bargain',
    name: 'Bargain hunters',
    description: 'Buy mostly what is on offer.',
    condition: compare('profile.discountShare', 'atLeast', 0.6),
  },
  {
    kind: 'mountain',
    name: 'Mountain regulars',
    description: 'Go up often, or read about it right now.',
    condition: {
      kind: 'any',
      of: [
        {
          kind: 'all',
          of: [
            compare('profile.activity', 'in', ['hiking', 'climbing', 'skiing']),
            compare('profile.orders', 'atLeast', 3),
          ],
        },
        compare('page.category', 'equals', MOUNTAIN_PAGES),
      ],
    },
  },
  {
    kind: 'parent',
    name: 'Outdoor parents',
    description: 'Buy for children too.',
    condition: compare('profile.children', 'atLeast', 1),
  },
  {
    kind: 'returning',
    name: 'Returning customers',
    description: 'Three orders or more in two years.',
    condition: {
      kind: 'all',
      of: [compare('profile.orders', 'atLeast', 3), compare('profile.tier', 'exists', null)],
    },
  },
]
