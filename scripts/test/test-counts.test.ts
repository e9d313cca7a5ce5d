import { describe, expect, it } from 'vitest'
import { addCounts, countTests, readReport } from './test-counts'

describe('countTests', () => {
  it('reads the report of vitest', () => {
    const report = { numTotalTests: 5, numPassedTests: 4, numFailedTests: 1, testResults: [] }
    expect(countTests(report)).toEqual({ passedCount: 4, failedCount: 1 })
  })

  it('reads the report of Playwright, where a flaky test passed', () => {
    const report = { stats: { expected: 7, skipped: 1, unexpected: 2, flaky: 1, duration: 10 } }
    expect(countTests(report)).toEqual({ passedCount: 8, failedCount: 2 })
  })

  it('refuses another report instead of counting nothing', () => {
    expect(() => countTests({ tests: 3 })).toThrow()
  })

  it('adds up, with nothing for a run that wrote no report', () => {
    const none = readReport('no-such-report.json')
    expect(addCounts([none, { passedCount: 2, failedCount: 1 }])).toEqual({
      passedCount: 2,
      failedCount: 1,
    })
  })
})
