import { describe, expect, it } from 'vitest'
import type { Snapshot } from '@/lib/decision/snapshot'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { alignPosterior } from './align-posterior'

type Published = Pick<Snapshot, 'slots' | 'learning'>

function publish(learning: Partial<Snapshot['learning']> = {}, ...keys: string[]): Published {
  return {
    slots: ['image', ...keys].map((key) => ({ key, kind: 'image', assetIds: ['a'] })),
    learning: { reward: 'click', explorationFloor: 0.05, features: ['device'], ...learning },
  }
}

describe('alignPosterior', () => {
  it('expects late successes only where they are, and values only where they count', () => {
    expect(alignPosterior(null, publish(), 720)).not.toHaveProperty('delays')
    const conversions = alignPosterior(null, publish({ reward: 'conversion' }), 720)
    expect(conversions.delays?.windowHours).toBe(720)
    expect(conversions).not.toHaveProperty('value')
    const values = alignPosterior(null, publish({ reward: 'value' }), 720)
    expect(values.value?.model.slots).toEqual(['image'])
  })

  it('keeps what is known when a slot, a feature or a half-life joins', () => {
    const batch = [{ cell: {}, assets: { image: 'a' }, impressions: 100, successes: 9 }]
    const learnt = updatePosterior(alignPosterior(null, publish({ reward: 'value' }), 720), batch, {
      nowMs: 0,
    })
    if (learnt.kind !== 'ok') throw new Error('not learnt')
    const wider = { reward: 'value', features: ['device', 'stock'], halfLifeDays: 7 } as const
    const aligned = alignPosterior(
      learnt.posterior,
      publish({ ...wider, features: [...wider.features] }, 'cta'),
      24,
    )
    expect(aligned).toMatchObject({
      slots: ['image', 'cta'],
      features: ['device', 'stock'],
      weights: learnt.posterior.weights,
      delays: { ...learnt.posterior.delays, windowHours: 24 },
      value: { model: { slots: ['image', 'cta'], features: ['device', 'stock'] } },
      memory: { halfLifeHours: 168, forgottenAtMs: null },
    })
    expect(alignPosterior(aligned, publish(), 24)).not.toHaveProperty('memory')
  })
})
