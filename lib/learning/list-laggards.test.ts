import { expect, it } from 'vitest'
import { listLaggards } from './list-laggards'

const asset = (assetId: string, probabilityBest: number) => ({ assetId, probabilityBest })

it('reports elements below the threshold with their slot and all that came with them', () => {
  const slots = [
    { slot: 'headline', assets: [asset('a', 0.992), asset('b', 0.008), asset('c', 0)] },
    { slot: 'cta', assets: [asset('d', 0.01), asset('e', 0.99)] },
    { slot: 'logo', assets: [asset('f', 0)] },
  ]
  expect(listLaggards(slots)).toEqual([
    { slot: 'headline', assetId: 'b', probabilityBest: 0.008 },
    { slot: 'headline', assetId: 'c', probabilityBest: 0 },
  ])
  expect(listLaggards(slots, 0.02).map(({ assetId }) => assetId)).toEqual(['b', 'c', 'd'])
})
