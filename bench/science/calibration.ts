import { measureCalibration } from './measure-calibration'

const SEEDS = Array.from({ length: 20 }, (_, index) => 9001 + index)

console.log('| world | elements | held the truth |')
console.log('| --- | --- | --- |')
for (const world of ['strong64', 'mild64'] as const) {
  const { elements, held } = measureCalibration({ world, seeds: SEEDS, rounds: 50_000 })
  console.log(`| ${world} | ${elements} | ${(held * 100).toFixed(0)} % |`)
}
