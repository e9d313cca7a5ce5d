import { describe, expect, it } from 'vitest'
import { hashVisitorId, openVisitor, sealVisitor } from './visitor-reference'

const HASH = '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b'

describe('visitor reference', () => {
  it('hashes the trimmed, lower-cased identifier, and keeps a hash as it is', () => {
    expect(hashVisitorId('  Test@Example.com ')).toBe(HASH)
    expect(hashVisitorId(HASH.toUpperCase())).toBe(HASH)
    expect(hashVisitorId('   ')).toBeNull()
  })

  it('opens to the visitor it was sealed for, and does not show them', () => {
    const reference = sealVisitor(HASH)
    expect(openVisitor(reference)).toBe(HASH)
    expect(Buffer.from(reference, 'base64url').toString('hex')).not.toContain(HASH.slice(0, 16))
  })

  it('opens nothing else', () => {
    const bytes = Buffer.from(sealVisitor(HASH), 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      expect(openVisitor(changed.toString('base64url'))).toBeNull()
    }
    for (const text of ['', 'x', HASH, '../../etc', '\0']) expect(openVisitor(text)).toBeNull()
  })
})
