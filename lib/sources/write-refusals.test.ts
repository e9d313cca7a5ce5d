import { describe, expect, it } from 'vitest'
import { writeRefusals } from './write-refusals'

describe('writeRefusals', () => {
  it('writes a header, quotes what needs it and defuses formulas', () => {
    expect(
      writeRefusals([
        { row: 3, column: 'e-mail', reason: 'No customer id' },
        { row: 4, column: '=1+1', reason: 'Text, "too long"' },
      ]),
    ).toBe(`row,column,reason\n3,e-mail,No customer id\n4,'=1+1,"Text, ""too long"""\n`)
  })
})
