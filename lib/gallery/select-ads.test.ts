import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '@/lib/decision/testing/build-snapshot'
import { NO_FILTER } from '@/lib/permutations/combination-filter'
import { type ElementSet, findStaticAd, selectAds } from './select-ads'

const snapshot = buildSnapshot({
  constraints: [
    {
      kind: 'never',
      first: { slot: 'headline', assetId: 'h1' },
      second: { slot: 'image', assetId: 'i1' },
    },
  ],
})
const listKeys = (selection: ReturnType<typeof selectAds>) =>
  Array.from({ length: Number(selection.count) }, (_, rank) => selection.at(BigInt(rank))?.key)

describe('selectAds', () => {
  it('numbers what pairs leave, from 1, and finds each again', () => {
    const selection = selectAds(snapshot, NO_FILTER)
    expect(selection).toMatchObject({ count: 11n, isWhole: true })
    expect(selection.at(0n)).toEqual({
      key: 'h1~i2',
      number: 1n,
      assets: { headline: 'h1', image: 'i2' },
    })
    expect(selection.find('h4~i3')?.number).toBe(11n)
    expect(selection.at(11n)).toBeNull()
  })

  it.each(['h1~i1', 'h1', 'h1~i2~i3', 'h1~nothing', '', '~'])('does not find %j', (key) => {
    expect(selectAds(snapshot, NO_FILTER).find(key)).toBeNull()
  })

  it('keeps the ads that hold all elements of one of the sets', () => {
    const sets: ElementSet[] = [
      { headline: 'h2', image: 'i3' },
      { headline: 'h4' },
      { headline: 'gone' },
    ]
    expect(listKeys(selectAds(snapshot, NO_FILTER, sets))).toEqual([
      'h2~i3',
      'h4~i1',
      'h4~i2',
      'h4~i3',
    ])
    expect(selectAds(snapshot, NO_FILTER, []).count).toBe(0n)
  })

  it('knows the static ad, though no pair allows it', () => {
    const { space } = selectAds(snapshot, NO_FILTER)
    expect(findStaticAd(space)).toEqual({
      key: 'h1~i1',
      assets: { headline: 'h1', image: 'i1' },
    })
  })
})
