import { readFileSync } from 'node:fs'
import {
  playMushrooms,
  readMushrooms,
  shuffleMushrooms,
} from '@/lib/learning/testing/play-mushrooms'
import type { MushroomSettings } from '@/lib/learning/testing/play-mushrooms'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { fixturePath } from '@/scripts/testing/fixtures'

export const MUSHROOM_FILE = 'bandit/classification/mushroom.csv'
export const MUSHROOM_MARKS = [500, 1000, 2000, 4000, 8000]

export interface MushroomJob {
  readonly seed: number
  readonly settings: Omit<MushroomSettings, 'features'>
}

/** Mistakes up to each mark: of the learner, of uniform play, and of the more frequent class. */
export interface MushroomResult {
  readonly ours: number[]
  readonly uniform: number[]
  readonly majority: number[]
}

export function playMushroomRun({ seed, settings }: MushroomJob): MushroomResult {
  const all = readMushrooms(readFileSync(fixturePath(MUSHROOM_FILE), 'utf8'))
  const mushrooms = shuffleMushrooms(all, createRandom(seed))
  const features = Object.keys(mushrooms[0]?.attributes ?? {})
  const random = createRandom(deriveSeed(seed, 2))
  const isMostlyEdible = all.filter(({ isEdible }) => isEdible).length > all.length / 2
  const majority = MUSHROOM_MARKS.map(
    (mark) => mushrooms.slice(0, mark).filter((m) => m.isEdible !== isMostlyEdible).length,
  )
  return {
    ours: playMushrooms(mushrooms, MUSHROOM_MARKS, random, { ...settings, features }),
    uniform: MUSHROOM_MARKS.map((mark) => mark / 2),
    majority,
  }
}
