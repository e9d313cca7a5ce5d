import { measureCalibration } from './measure-calibration'

const SEEDS = Array.from({ length: 20 }, (_, index) => 9001 + index)
const percent = (share: number) => `${(share * 100).toFixed(0)} %`

console.log('| world | elements | 90 % intervals that hold the truth | of weights taken singly |')
console.log('| --- | --- | --- | --- |')
for (const world of ['strong64', 'mild64'] as const) {
  const { elements, held, heldAlone } = measureCalibration({ world, seeds: SEEDS, rounds: 50_000 })
  console.log(`| ${world} | ${elements} | ${percent(held)} | ${percent(heldAlone)} |`)
}
