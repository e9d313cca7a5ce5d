import { createLearner, listCandidates, slotName, assetName } from './learner'
import type { LearnerSettings } from './learner'
import type { Observation } from '@/lib/learning/observations'
import type { Random } from '@/lib/math/random'

/** One mushroom: its 22 attributes, and whether it can be eaten. */
export interface Mushroom {
  readonly attributes: Readonly<Record<string, string>>
  readonly isEdible: boolean
}

export interface MushroomSettings extends Pick<LearnerSettings, 'explorationFloor' | 'draws'> {
  readonly features: LearnerSettings['features']
  /** Mushrooms between two updates. */
  readonly batch: number
}

/** Rows of the file as it lies: a class `e` or `p`, then the attributes by the header's names. */
export function readMushrooms(csv: string): Mushroom[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const [, ...names] = header.split(',')
  return lines.map((line) => {
    const [edible, ...values] = line.split(',')
    const attributes = names.map((name, index) => [name, values[index] ?? ''])
    return { attributes: Object.fromEntries(attributes), isEdible: edible === 'e' }
  })
}

/** Every mushroom once, in an order decided by the generator (Fisher and Yates). */
export function shuffleMushrooms(mushrooms: readonly Mushroom[], random: Random): Mushroom[] {
  const shuffled = [...mushrooms]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1))
    const [a, b] = [shuffled[last], shuffled[other]]
    if (a && b) [shuffled[last], shuffled[other]] = [b, a]
  }
  return shuffled
}

const EAT = 0
const LEAVE = 1

/**
 * The learner meets one mushroom after the other and eats it or leaves it; right is a success.
 * It is told only whether what it did was right. Returns how often it was wrong up to each mark:
 * its regret, since whoever knows mushrooms is never wrong.
 */
export function playMushrooms(
  mushrooms: readonly Mushroom[],
  marks: readonly number[],
  random: Random,
  { features, batch, ...settings }: MushroomSettings,
): number[] {
  const learner = createLearner({ ...settings, features, slots: [slotName(0)] })
  const candidates = listCandidates([[EAT, LEAVE]])
  const seen: Observation[] = []
  const regrets: number[] = []
  let wrong = 0
  for (const [index, { attributes, isEdible }] of mushrooms.entries()) {
    if (marks.includes(index)) regrets.push(wrong)
    if (index > 0 && index % batch === 0) learner.learn(seen.splice(0))
    const action = learner.compile(attributes, candidates)(random)[0] ?? LEAVE
    const isRight = (action === EAT) === isEdible
    if (!isRight) wrong += 1
    seen.push({
      ...{ cell: attributes, assets: { [slotName(0)]: assetName(action) } },
      ...{ impressions: 1, successes: isRight ? 1 : 0 },
    })
  }
  if (marks.includes(mushrooms.length)) regrets.push(wrong)
  return regrets
}
