import Bowser from 'bowser'
import { LRUCache } from 'lru-cache'

export const deviceClasses = ['mobile', 'tablet', 'desktop', 'tv', 'other'] as const
export type DeviceClass = (typeof deviceClasses)[number]

export const operatingSystems = [
  'android',
  'ios',
  'windows',
  'macos',
  'linux',
  'chromeos',
  'other',
] as const
export type OperatingSystem = (typeof operatingSystems)[number]

export const browserNames = [
  'chrome',
  'safari',
  'firefox',
  'edge',
  'opera',
  'samsung',
  'other',
] as const
export type BrowserName = (typeof browserNames)[number]

export interface Device {
  readonly deviceClass: DeviceClass
  readonly os: OperatingSystem
  readonly browser: BrowserName
}

/** Client hints (`Sec-CH-UA-Mobile`, `Sec-CH-UA-Platform`) as sent: `?1`, `"Android"`. */
export interface DeviceHints {
  readonly mobile?: string | null
  readonly platform?: string | null
}

const osNames: Readonly<Record<string, OperatingSystem>> = {
  Android: 'android',
  iOS: 'ios',
  iPadOS: 'ios',
  Windows: 'windows',
  macOS: 'macos',
  Linux: 'linux',
  'Chrome OS': 'chromeos',
  'Chromium OS': 'chromeos',
}
const browsers: Readonly<Record<string, BrowserName>> = {
  Chrome: 'chrome',
  Chromium: 'chrome',
  Safari: 'safari',
  Firefox: 'firefox',
  'Microsoft Edge': 'edge',
  Opera: 'opera',
  'Opera Touch': 'opera',
  'Opera Coast': 'opera',
  'Samsung Internet for Android': 'samsung',
}

const tv =
  /smart-?tv|hbbtv|netcast|google ?tv|apple ?tv|android ?tv|\bbravia\b|\bviera\b|\broku\b|\baft[a-z]{1,4}\b|crkey|\bdtv\b|nettv|web0s|lg browser|tizen.+\btv\b/i
const tablet = /tablet|ipad|kindle|silk(?!.*mobile)|playbook/i
const phone =
  /mobile|phone|ipod|midp|symbian|series ?[46]0|blackberry|\bbb10\b|opera mini|opera mobi|j2me|\bbrew\b|up\.browser|kaios|ucweb/i
const desktop =
  /windows nt|windows; u|macintosh|mac os x|x11|\bcros\b|bsd|linux (?:x86_64|i[36]86)/i

const devices = new LRUCache<string, Device>({ max: 10_000 })
const unknownDevice: Device = { deviceClass: 'other', os: 'other', browser: 'other' }
const maxUserAgentLength = 1_024

/**
 * Class, operating system and browser of a viewer's device, from the user agent and, where sent,
 * client hints, which win. An iPad that asks for desktop pages cannot be told from a Mac.
 * `other` for what is not known or too long to be a browser's.
 */
export function parseDevice(userAgent: string | null, hints: DeviceHints = {}): Device {
  if (!userAgent || userAgent.length > maxUserAgentLength) return unknownDevice
  const platform = hints.platform?.replaceAll('"', '').slice(0, 32) ?? ''
  const mobile = hints.mobile?.slice(0, 2) ?? ''
  const key = `${mobile}|${platform}|${userAgent}`
  const known = devices.get(key)
  if (known) return known
  const device = detectDevice(userAgent, mobile, platform)
  devices.set(key, device)
  return device
}

function detectDevice(userAgent: string, mobile: string, platform: string): Device {
  const { os, browser, platform: kind } = Bowser.parse(userAgent)
  const osName = osNames[platform] ?? osNames[os.name ?? ''] ?? guessOs(userAgent)
  return {
    deviceClass: classOf(userAgent, mobile, osName, kind.type),
    os: osName,
    browser: browsers[browser.name ?? ''] ?? 'other',
  }
}

function classOf(
  userAgent: string,
  mobile: string,
  os: OperatingSystem,
  kind: string | undefined,
): DeviceClass {
  if (tv.test(userAgent)) return 'tv'
  if (mobile === '?1') return 'mobile'
  if (mobile === '?0') return os === 'android' || os === 'ios' ? 'tablet' : 'desktop'
  const named = deviceClasses.find((one) => one === kind)
  if (named) return named
  if (tablet.test(userAgent)) return 'tablet'
  if (phone.test(userAgent)) return 'mobile'
  return desktop.test(userAgent) ? 'desktop' : 'other'
}

function guessOs(userAgent: string): OperatingSystem {
  if (/iphone|ipad|ipod/i.test(userAgent)) return 'ios'
  if (/android/i.test(userAgent)) return 'android'
  if (/\bcros\b/i.test(userAgent)) return 'chromeos'
  if (/macintosh|mac os x/i.test(userAgent)) return 'macos'
  return /windows(?! (?:phone|ce|mobile))/i.test(userAgent) ? 'windows' : 'other'
}
