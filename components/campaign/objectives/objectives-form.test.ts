import { expect, it } from 'vitest'
import { type Objectives, objectivesSchema } from '@/lib/campaigns/objectives'
import { objectivesFormSchema, toFormValues, toObjectives } from './objectives-form'

const OBJECTIVES: Objectives = {
  ...{ goal: 'sales', kpi: 'ctr', targetValue: 0.008, baselineValue: null, currency: 'EUR' },
  ...{ conversionValueMicros: 120_000_000, budgetMicros: 5_000_000_000, cpmMicros: 4_500_000 },
  flightStartsAt: '2026-11-10T08:00:00.000Z',
  flightEndsAt: '2026-12-10T08:00:00.000Z',
  ...{ timeZone: 'Europe/Berlin', landingUrl: 'https://shop.example/boots', successCriteria: '' },
}
const DEFAULTS = { timeZone: 'UTC', startsAt: '', endsAt: '' }

it.each([
  ['a campaign for everywhere', OBJECTIVES],
  [
    'one of some markets and a category',
    { ...OBJECTIVES, markets: ['DE', 'FR'], category: 'alcohol' },
  ],
])('what is saved comes back from the form as it was: %s', (_, objectives) => {
  const values = objectivesFormSchema.parse(toFormValues('Boots', objectives, DEFAULTS))
  expect(objectivesSchema.parse(toObjectives(values))).toEqual(objectivesSchema.parse(objectives))
})
