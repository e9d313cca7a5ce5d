import { describe, expect, it } from 'vitest'
import { classifyTraffic } from '@/lib/events/classify-traffic'
import { parseDevice } from '@/lib/serve/parse-device'
import { AdClient } from './ad-client'
import { createVisitors, visitorKinds } from './visitors'

const next = createVisitors(42)
const visitors = Array.from({ length: 4_000 }, () => next())

describe('visitors', () => {
  it('come again with the same seed', () => {
    const again = createVisitors(42)
    expect(visitors.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => again()))
  })

  it('are what they claim to be', () => {
    for (const { kind, userAgent, device } of visitors) {
      const verdict = classifyTraffic({ userAgent, headers: {} })
      expect(verdict === null).toBe(kind !== 'bot')
      const hints = { mobile: null, platform: null }
      if (kind !== 'bot') expect(parseDevice(userAgent, hints).deviceClass).toBe(device)
    }
  })

  it('are of every kind, most of them people, some of whom refuse', () => {
    expect(new Set(visitors.map(({ kind }) => kind))).toEqual(new Set(visitorKinds))
    const share = (test: (visitor: (typeof visitors)[number]) => boolean) =>
      visitors.filter(test).length / visitors.length
    expect(share(({ kind }) => kind === 'person')).toBeGreaterThan(0.9)
    expect(share(({ consent }) => consent === '0')).toBeGreaterThan(0.1)
    expect(
      share(({ customerId, consent }) => customerId !== null && consent === '1'),
    ).toBeGreaterThan(0.35)
    expect(share(({ hasGlobalPrivacyControl }) => hasGlobalPrivacyControl)).toBeGreaterThan(0.03)
  })
})

describe('AdClient', () => {
  it.each([
    'http://example.com',
    'https://127.0.0.1',
    'http://10.0.0.1:3000',
    'http://127.evil.com',
  ])('refuses %s', (url) => {
    expect(() => new AdClient(url, 1)).toThrow(/this machine only/)
  })

  it.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])(
    'takes %s',
    (url) => {
      expect(new AdClient(url, 1).origin.port).toBe('3000')
    },
  )
})
