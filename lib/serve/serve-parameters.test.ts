import { describe, expect, it } from 'vitest'
import { prefixClickUrl, readClickPrefix, readServeParameters } from './serve-parameters'

function read(query: Record<string, string>, headers: Record<string, string> = {}) {
  return readServeParameters({
    query: (name) => query[name] ?? null,
    header: (name) => headers[name] ?? null,
  })
}

describe('readServeParameters', () => {
  it('takes the format from the parameter, else from what the caller accepts', () => {
    expect(read({}).format).toBe('json')
    expect(read({}, { accept: 'text/html,application/xhtml+xml' }).format).toBe('html')
    expect(read({ format: 'tag' }, { accept: 'text/html' }).format).toBe('tag')
    expect(read({ format: 'nonsense' }, { accept: 'text/html' }).format).toBe('json')
  })

  it('leaves out what is too long instead of refusing', () => {
    const parameters = read({ uid: 'x'.repeat(129), category: 'y'.repeat(121), locale: 'nl' })
    expect(parameters).toMatchObject({ visitorId: null, pageCategory: null, language: 'nl' })
  })

  it('takes the first language of the header where the tag names none', () => {
    expect(read({}, { 'accept-language': 'de-AT,de;q=0.9' }).language).toBe('de-AT')
  })

  it.each([
    ['intarsia_opt_out=1', true],
    ['a=b; intarsia_opt_out=1; c=d', true],
    ['intarsia_opt_out=0', false],
    ['x_intarsia_opt_out=1', false],
    ['intarsia_opt_out=12', false],
  ])('reads the cookie %j as opted out: %s', (cookie, expected) => {
    expect(read({}, { cookie }).signals.hasOptedOut).toBe(expected)
  })

  it('hears Global Privacy Control from the header and from the tag', () => {
    expect(read({}, { 'sec-gpc': '1' }).signals.hasGlobalPrivacyControl).toBe(true)
    expect(read({ gpc: '1' }).signals.hasGlobalPrivacyControl).toBe(true)
    expect(read({ gpc: '0' }, { 'sec-gpc': '0' }).signals.hasGlobalPrivacyControl).toBe(false)
  })
})

describe('click macro', () => {
  it.each([
    '%%CLICK_URL_UNESC%%',
    '${CLICK_URL}',
    '%c',
    'javascript:alert(1)//http://x',
    'data:text/html,x',
    '//evil.example/',
    '/relative',
    'http://',
    'https://ads.example/"><script>',
    'https://ads.example/ x',
    'https://ads.example/\\evil',
    `https://ads.example/${'a'.repeat(2_100)}`,
    '',
  ])('does not use %j', (text) => {
    expect(readClickPrefix(text)).toBeNull()
  })

  it('goes before our click address, encoded where it ends as a parameter', () => {
    const ours = 'https://us.example/api/click?t=abc'
    const prefix = readClickPrefix('https://ad.example/clk?adurl=')
    expect(prefixClickUrl(prefix, ours)).toBe(
      'https://ad.example/clk?adurl=https%3A%2F%2Fus.example%2Fapi%2Fclick%3Ft%3Dabc',
    )
    expect(prefixClickUrl('https://ad.example/go/', ours)).toBe(`https://ad.example/go/${ours}`)
    expect(prefixClickUrl(null, ours)).toBe(ours)
  })
})
