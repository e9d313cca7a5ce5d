import { describe, expect, it } from 'vitest'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { DraftAsset } from '@/lib/campaigns/campaign-draft'
import { fillSlots, freeSlotKey } from './slots-edit'

const asset = (id: string, given: Partial<DraftAsset> = {}): DraftAsset => ({
  ...{ id, kind: 'headline', name: id, text: id, altText: '', renditions: [] },
  ...{ state: 'approved', isPaused: false, ...given },
})
const campaign = {
  slots: [
    { key: 'headline', kind: 'headline', assets: [asset('a', { isPaused: true }), asset('b')] },
  ],
} as unknown as CampaignDetail

describe('fillSlots', () => {
  it('takes assets as this slot has them, then as they were picked, in the chosen order', () => {
    const picked = new Map([
      ['c', asset('c', { state: 'draft' })],
      ['b', asset('b', { state: 'draft' })],
    ])
    const [slot] = fillSlots(
      [{ key: 'headline', kind: 'headline', assetIds: ['c', 'b', 'a', 'gone'] }],
      campaign,
      picked,
    )
    expect(slot?.assets.map(({ id, state, isPaused }) => [id, state, isPaused])).toEqual([
      ['c', 'draft', false],
      ['b', 'approved', false],
      ['a', 'approved', true],
    ])
  })

  it('does not carry a pause into another slot', () => {
    const [slot] = fillSlots(
      [{ key: 'headline_2', kind: 'headline', assetIds: ['a'] }],
      campaign,
      new Map(),
    )
    expect(slot?.assets[0]).toMatchObject({ id: 'a', isPaused: false })
  })
})

it('finds a free name', () => {
  expect(freeSlotKey('cta', [{ key: 'body' }])).toBe('cta')
  expect(freeSlotKey('cta', [{ key: 'cta' }, { key: 'cta_2' }])).toBe('cta_3')
})
