import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecretWeakness } from './secret-weakness'

describe('findSecretWeakness', () => {
  it.each([
    ['', 'shorter'],
    ['Zk3q9', 'shorter'],
    ['a'.repeat(64), 'too few'],
    ['abababababababababababababababababab', 'too few'],
    ['changeme-changeme-changeme-changeme', 'placeholder'],
    ['8fjw0-Change_Me-93kfmsl2-10sldkf93mfk', 'placeholder'],
    ['qwertyuiop1qwertyuiop1qwertyuiop1', 'repeats'],
    ['abcdefghijklmnopqrstuvwxyz0123456789', 'sequence'],
  ])('refuses %s', (secret, reason) => {
    expect(findSecretWeakness(secret)).toContain(reason)
  })

  it('accepts what openssl makes, in hex and in base64', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('hex' as const, 'base64' as const),
        (seed, encoding) => {
          const secret = createHash('sha512').update(String(seed)).digest(encoding)
          expect(findSecretWeakness(secret)).toBeNull()
        },
      ),
    )
  })
})
