import type { Snapshot } from '@/lib/decision/snapshot'
import { createPosterior, type Posterior, type ValueModel } from '@/lib/learning/posterior'
import { isLateReward } from './read-outcomes'

/**
 * The posterior to learn into for a published campaign: a new one, or the known one with the slots
 * and features of the newest revision. Slots that are gone stay known, so that late events of
 * older revisions still count; weights are kept by name, so nothing learnt is lost.
 */
export function alignPosterior(
  known: Posterior | null,
  { slots: published, learning }: Pick<Snapshot, 'slots' | 'learning'>,
  windowHours: number,
): Posterior {
  const { features, reward, halfLifeDays } = learning
  const slots = published.map(({ key }) => key)
  const fresh = createPosterior({
    slots: known ? [...new Set([...known.slots, ...slots])] : slots,
    features,
    hasValue: reward === 'value',
    ...(isLateReward(reward) && { windowHours }),
    ...(halfLifeDays !== undefined && { halfLifeHours: 24 * halfLifeDays }),
  })
  if (!known) return fresh
  const { delays: _, value: __, memory: ___, ...model } = known
  const forgottenAtMs = known.memory?.forgottenAtMs ?? null
  const delays = fresh.delays && (known.delays ? { ...known.delays, windowHours } : fresh.delays)
  const value = fresh.value && (known.value ? alignValue(known.value, fresh) : fresh.value)
  return {
    ...{ ...model, slots: fresh.slots, features: fresh.features },
    ...(delays && { delays }),
    ...(fresh.memory && { memory: { ...fresh.memory, forgottenAtMs } }),
    ...(value && { value }),
  }
}

function alignValue(value: ValueModel, { slots, features }: Posterior): ValueModel {
  return { ...value, model: { ...value.model, slots, features } }
}
