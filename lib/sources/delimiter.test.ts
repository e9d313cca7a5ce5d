import { describe, expect, it } from 'vitest'
import { detectDelimiter } from './delimiter'

describe('detectDelimiter', () => {
  it.each([
    ['id,consent\n1;2;3;4', ','],
    ['id;consent;"a,b,c,d"\n', ';'],
    ['id\tconsent', '\t'],
    ['a|b|c', '|'],
    ['e-mail', ','],
    ['', ','],
    ['\ufeff\r\nid;consent', ';'],
    ['"a\n,,,";b', ';'],
  ])('%j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })
})
