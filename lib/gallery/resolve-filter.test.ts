import { describe, expect, it } from 'vitest'
import { resolveFilter } from './resolve-filter'

const snapshot = {
  slots: [
    { key: 'headline', kind: 'headline' as const, assetIds: ['h1', 'h2', 'h3'] },
    { key: 'cta', kind: 'cta' as const, assetIds: ['c1'] },
    { key: 'image', kind: 'image' as const, assetIds: ['i1', 'i2'] },
  ],
}
const locales = { h1: 'en', h2: 'de', h3: 'de', c1: 'en' }
const nothing = { only: [], without: [], segmentId: null, locale: null }

describe('resolveFilter', () => {
  it.each([
    ['nothing chosen', nothing, { only: {}, without: {}, segmentId: null }],
    [
      'elements by slot',
      { ...nothing, only: ['headline:h1', 'headline:h2', 'cta:c1'], without: ['image:i1'] },
      {
        only: { headline: ['h1', 'h2'], cta: ['c1'] },
        without: { image: ['i1'] },
        segmentId: null,
      },
    ],
    [
      'a locale takes other texts out, but never all of a slot',
      { ...nothing, locale: 'de' },
      { only: {}, without: { headline: ['h1'] }, segmentId: null },
    ],
    ['what is no element', { ...nothing, only: ['', ':', 'x'] }, nothing],
  ])('%s', (_, choice, expected) => {
    const { only, without, segmentId } = expected
    const given = Array.isArray(only)
      ? { only: {}, without: {}, segmentId }
      : { only, without, segmentId }
    expect(resolveFilter(snapshot, locales, choice)).toEqual(given)
  })
})
