import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { deviceClasses, parseDevice, type DeviceClass } from './parse-device'

const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)'

describe('parseDevice', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      { deviceClass: 'mobile', os: 'ios', browser: 'safari' },
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      { deviceClass: 'desktop', os: 'windows', browser: 'edge' },
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      { deviceClass: 'desktop', os: 'linux', browser: 'firefox' },
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      { deviceClass: 'desktop', os: 'chromeos', browser: 'chrome' },
    ],
    [
      `${android} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
      { deviceClass: 'mobile', os: 'android', browser: 'samsung' },
    ],
    ['', { deviceClass: 'other', os: 'other', browser: 'other' }],
    ['x'.repeat(5_000), { deviceClass: 'other', os: 'other', browser: 'other' }],
  ])('%s', (userAgent, expected) => {
    expect(parseDevice(userAgent)).toEqual(expected)
  })

  it('lets client hints win over the user agent, also when the agent was seen before', () => {
    const reduced = `${android} Chrome/142.0.0.0 Safari/537.36`
    const hints = { platform: '"Android"' }
    expect(parseDevice(reduced, { ...hints, mobile: '?1' }).deviceClass).toBe('mobile')
    expect(parseDevice(reduced, { ...hints, mobile: '?0' }).deviceClass).toBe('tablet')
    const windows = parseDevice(reduced, { platform: '"Windows"', mobile: '?0' })
    expect(windows).toEqual({ deviceClass: 'desktop', os: 'windows', browser: 'chrome' })
  })

  it('answers a device for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(deviceClasses).toContain(parseDevice(text, { platform: text }).deviceClass)
      }),
    )
  })
})

const folder = 'standards/ua'
interface Labelled {
  user_agent_string: string
  family: string
}
const read = (name: string) => readFixture<Labelled[]>(`${folder}/${name}.dev.json`)

const osOfFamily: Record<string, string> = {
  iOS: 'ios',
  Android: 'android',
  Windows: 'windows',
  'Mac OS X': 'macos',
  Linux: 'linux',
  Ubuntu: 'linux',
  Debian: 'linux',
  'Chrome OS': 'chromeos',
}
const browserOfFamily: [RegExp, string][] = [
  [/^Chrome( Mobile( iOS| WebView)?)?$/, 'chrome'],
  [/^(Mobile )?Safari$/, 'safari'],
  [/^Firefox( Mobile| iOS)?$/, 'firefox'],
  [/^Edge( Mobile)?$/, 'edge'],
  [/^Opera( Mini| Mobile| Touch)?$/, 'opera'],
  [/^Samsung Internet$/, 'samsung'],
]
const classOfFamily: [RegExp, DeviceClass][] = [
  [/^(Generic Smartphone|iPhone|iPod|BlackBerry \d+|HTC (One|Desire)|Samsung GT-[IS])/, 'mobile'],
  [/^(iPad|Generic Tablet|Kindle Fire)|Tablet|IdeaTab|Lifetab/, 'tablet'],
  [/HbbTV|NetCast\.TV|Inettv/, 'tv'],
]

/** Agents that render pages; the corpora also hold app and download clients. */
const isWeb = ({ user_agent_string }: Labelled) => /^(Mozilla|Opera)\//.test(user_agent_string)

function measure(
  rows: Labelled[],
  expected: (family: string) => string | undefined,
  field: keyof ReturnType<typeof parseDevice>,
) {
  const judged = rows.filter((row) => isWeb(row) && expected(row.family) !== undefined)
  const right = judged.filter(
    (row) => parseDevice(row.user_agent_string)[field] === expected(row.family),
  )
  return { count: judged.length, agreement: right.length / judged.length }
}
const lookUp = (table: [RegExp, string][]) => (family: string) =>
  table.find(([pattern]) => pattern.test(family))?.[1]

describeFixtures('parseDevice on the uap corpora', folder, () => {
  it('agrees on the operating system for 97 % of web agents', () => {
    const { count, agreement } = measure(read('uap_os'), (family) => osOfFamily[family], 'os')
    expect(count).toBeGreaterThan(60)
    expect(agreement).toBeGreaterThanOrEqual(0.97)
  })

  it('agrees on every browser it names', () => {
    const { count, agreement } = measure(read('uap_ua'), lookUp(browserOfFamily), 'browser')
    expect(count).toBeGreaterThan(30)
    expect(agreement).toBe(1)
  })

  it('agrees on the class of device for 96 % of web agents', () => {
    const { count, agreement } = measure(read('uap_device'), lookUp(classOfFamily), 'deviceClass')
    expect(count).toBeGreaterThan(80)
    // Measured: 88 of 91; the others are a phone and two tablets that pose as something else.
    expect(agreement).toBeGreaterThanOrEqual(0.96)
  })
})
