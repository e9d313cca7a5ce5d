import type { Snapshot } from '@/lib/decision/snapshot'
import { createPosterior, type Posterior } from '@/lib/learning/posterior'

/**
 * The posterior to learn into for a published campaign: a new one, or the known one with the slots
 * and features of the newest revision. Slots that are gone stay known, so that late events of
 * older revisions still count; weights are kept by name, so nothing learnt is lost.
 */
export function alignPosterior(
  known: Posterior | null,
  snapshot: Pick<Snapshot, 'slots' | 'learning'>,
): Posterior {
  const slots = snapshot.slots.map(({ key }) => key)
  const { features } = snapshot.learning
  if (!known) return createPosterior({ slots, features })
  return { ...known, slots: [...new Set([...known.slots, ...slots])], features: [...features] }
}
