import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { describeFixtures, fixturePath } from '@/scripts/testing/fixtures'
import { playMushrooms, readMushrooms, shuffleMushrooms } from './testing/play-mushrooms'

const file = 'bandit/classification/mushroom.csv'

describeFixtures('mushrooms, known by 22 attributes: to eat or to leave', file, () => {
  const all = readMushrooms(readFileSync(fixturePath(file), 'utf8'))
  const mushrooms = shuffleMushrooms(all, createRandom(7)).slice(0, 4000)
  const features = Object.keys(mushrooms[0]?.attributes ?? {})

  it('reads the file', () => {
    expect(all).toHaveLength(8124)
    expect(features).toHaveLength(22)
    expect(all.filter(({ isEdible }) => isEdible)).toHaveLength(4208)
  })

  it('errs less and less often', { timeout: 60_000 }, () => {
    const [at500 = 0, at1000 = 0, at2000 = 0, at4000 = 0] = playMushrooms(
      ...([mushrooms, [500, 1000, 2000, 4000], createRandom(7)] as const),
      { features, batch: 50, explorationFloor: 0, draws: 64 },
    )
    // Uniform play errs 250 and 2,000 times.
    expect(at500).toBeLessThan(125)
    expect(at4000).toBeLessThan(250)
    expect(at1000 - at500).toBeLessThan(at500)
    expect((at4000 - at2000) / 2000).toBeLessThan(at2000 / 2000 / 2)
  })
})
