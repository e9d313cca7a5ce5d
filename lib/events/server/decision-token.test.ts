import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionArbitrary } from '@/lib/events/testing/decision-arbitrary'
import { createDecisionSealer, MAX_TOKEN_CHARACTERS } from './decision-token'

const DAY_MS = 86_400_000
const sealer = createDecisionSealer(Buffer.alloc(32, 7))
const [record] = fc.sample(decisionArbitrary, { seed: 1, numRuns: 1 })
if (!record) throw new Error('no sample')
const nowMs = record.decidedAtMs + 1_000
const token = sealer.seal(record)
const open = (text: string) => sealer.open(text, nowMs, DAY_MS)

describe('decision token', () => {
  it('opens to the very record that was sealed', () => {
    fc.assert(
      fc.property(decisionArbitrary, (decision) => {
        const opened = sealer.open(sealer.seal(decision), decision.decidedAtMs, 0)
        expect(opened).toEqual({ kind: 'ok', record: decision })
      }),
    )
  })

  it('never seals twice alike', () => {
    const tokens = Array.from({ length: 1_000 }, () => sealer.seal(record))
    expect(new Set(tokens).size).toBe(1_000)
  })

  it('expires by the time of the decision, to the millisecond', () => {
    expect(sealer.open(token, record.decidedAtMs + DAY_MS, DAY_MS).kind).toBe('ok')
    expect(sealer.open(token, record.decidedAtMs + DAY_MS + 1, DAY_MS).kind).toBe('expired')
  })

  it('refuses every single changed byte', () => {
    const bytes = Buffer.from(token, 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8((bytes.readUInt8(at) ^ 1) & 0xff, at)
      expect(open(changed.toString('base64url')).kind).toBe(at === 0 ? 'malformed' : 'forged')
    }
  })

  it('refuses a token of another installation', () => {
    // Several keys, so that one of them most likely shares the one-byte key id.
    for (let n = 0; n < 400; n += 1) {
      expect(open(createDecisionSealer(randomBytes(32)).seal(record)).kind).toBe('forged')
    }
  })

  it('refuses whatever is cut off', () => {
    for (let length = 0; length < token.length; length += 1) {
      expect(['malformed', 'forged']).toContain(open(token.slice(0, length)).kind)
    }
  })

  it.each([
    ['nothing', ''],
    ['other characters', `${token}.`],
    ['plain base64', `${token}==`],
    ['too much', 'A'.repeat(MAX_TOKEN_CHARACTERS + 1)],
    ['text', '../../etc/passwd'],
  ])('calls %s malformed', (_, text) => {
    expect(open(text).kind).toBe('malformed')
  })

  it('never throws on arbitrary text', () => {
    fc.assert(
      fc.property(fc.base64String(), fc.string(), (encoded, text) => {
        expect(open(encoded).kind).not.toBe('ok')
        expect(open(text).kind).not.toBe('ok')
      }),
    )
  })

  it('refuses to seal what could not travel in a URL', () => {
    expect(() => sealer.seal({ ...record, reason: 'x'.repeat(MAX_TOKEN_CHARACTERS) })).toThrow(
      'too large',
    )
  })
})
