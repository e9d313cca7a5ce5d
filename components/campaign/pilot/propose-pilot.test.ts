import { describe, expect, it } from 'vitest'
import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'
import { proposePilot, settlePilot } from './propose-pilot'

const asset = (id: string, change: Partial<DraftAsset> = {}): DraftAsset => ({
  id,
  kind: 'headline',
  name: id,
  text: id,
  altText: '',
  renditions: [],
  state: 'approved',
  isPaused: false,
  ...change,
})
const slot = (key: string, assets: DraftAsset[]): DraftSlot => ({ key, kind: 'headline', assets })

describe('proposePilot', () => {
  it('takes the first approved asset that is not paused as each benchmark', () => {
    const pilot = proposePilot({
      slots: [
        slot('headline', [
          asset('a', { state: 'draft' }),
          asset('b', { isPaused: true }),
          asset('c'),
        ]),
        slot('cta', [asset('d', { state: 'in_review' })]),
        slot('body', []),
      ],
    })
    expect(pilot.benchmark).toEqual({ headline: 'c' })
    expect(pilot.slotKeys).toEqual(['headline', 'cta'])
  })
})

describe('settlePilot', () => {
  it('drops slots, assets, segments and placements that are gone and keeps the rest', () => {
    const slots = [slot('headline', [asset('a')]), slot('cta', [asset('b')])]
    const pilot = {
      ...proposePilot({ slots }),
      slotKeys: ['headline', 'gone'],
      benchmark: { headline: 'a', cta: 'left', gone: 'x' },
      segmentIds: ['s1', 's2'],
      placementIds: ['p2', 'p1'],
    }
    const segments = [{ id: 's2', name: 'S', condition: { kind: 'all' as const, of: [] } }]
    expect(settlePilot(pilot, { slots, segments }, [{ id: 'p1' }])).toMatchObject({
      slotKeys: ['headline'],
      benchmark: { headline: 'a' },
      segmentIds: ['s2'],
      placementIds: ['p1'],
    })
  })
})
