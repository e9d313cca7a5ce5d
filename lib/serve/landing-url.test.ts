import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { createLandingUrl } from './landing-url'

describe('createLandingUrl', () => {
  it.each([
    ['https://shop.example', 'https://shop.example/?itx=T'],
    ['https://shop.example/a?b=%20c#top', 'https://shop.example/a?b=%20c&itx=T#top'],
    ['https://shop.example/#/route?x', 'https://shop.example/?itx=T#/route?x'],
  ])('%s', (landingUrl, expected) => {
    expect(createLandingUrl(landingUrl, 'T')).toBe(expected)
  })

  it('adds nothing without consent to measurement', () => {
    expect(createLandingUrl('https://shop.example/a', null)).toBe('https://shop.example/a')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'file:///etc', ''])(
    'does not go to %j',
    (landingUrl) => {
      expect(createLandingUrl(landingUrl, 'T')).toBeNull()
    },
  )
})

const redirects = 'attack/open-redirect/open_redirect.dev.json'

describeFixtures('open redirects', redirects, () => {
  it('a token that is such a payload never changes the host', () => {
    const payloads = readFixture<{ payload: string }[]>(redirects)
    expect(payloads.length).toBeGreaterThan(50)
    for (const { payload } of payloads) {
      const location = createLandingUrl('https://shop.example/a', encodeURIComponent(payload))
      expect(new URL(location ?? '').host).toBe('shop.example')
    }
  })
})
