import { parseArgs } from 'node:util'
import { formatCoverageTable } from './format-tables'
import { measureCoverage } from './measure-coverage'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})

console.log(
  values.help
    ? 'node --import tsx bench/science/coverage.ts [--runs 4000] [--seed 1]'
    : formatCoverageTable(
        measureCoverage({ runs: Number(values.runs), seed: Number(values.seed) }),
      ),
)
