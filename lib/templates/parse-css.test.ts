import { runInNewContext } from 'node:vm'
// eslint-disable-next-line no-restricted-imports -- what is made safe is shown to need it
import { parse } from 'css-tree'
import { expect, it } from 'vitest'
import { parseCss } from './parse-css'

const OPENED = '{'.repeat(64)
const UNBALANCED = '()}('

/** Runs what might never end. */
const within = (run: () => unknown): unknown =>
  runInNewContext('run()', { run }, { timeout: 2_000 })

it('ends, whatever sheet was read before it', () => {
  parseCss(OPENED)
  expect(within(() => parseCss(UNBALANCED))).toMatchObject({ type: 'StyleSheet' })
})

it('is still needed: css-tree by itself does not end', () => {
  parse(OPENED)
  expect(() => within(() => parse(UNBALANCED))).toThrow('timed out')
})
