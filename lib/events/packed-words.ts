/**
 * Texts that decisions are full of, by their number in a token. Append only: tokens in circulation
 * count on it. The first 32 take one byte, the others two.
 */
const WORDS = [
  ...['dynamic', 'assembled', 'image', 'logo', 'headline', 'body', 'cta', 'device', 'daypart'],
  ...['segment', 'weather', 'none', 'unknown', 'mobile', 'desktop', 'basicAds', 'measurement'],
  ...['storage', 'profiles', 'personalisedAds', '300x250', '728x90', '320x50', 'device.class'],
  ...['time.daypart', 'time.hour', 'weather.condition', 'morning', 'afternoon', 'evening'],
  ...['night', 'holdout'],
  ...['outside', 'fallback', 'outside-flight', 'outside-segments', 'outside-traffic'],
  ...['nothing-eligible', 'policy-failed', '160x600', '300x600', '970x250', 'tablet', 'tv'],
  ...['other', 'device.os', 'device.browser', 'android', 'ios', 'windows', 'macos', 'linux'],
  ...['chromeos', 'chrome', 'safari', 'firefox', 'edge', 'opera', 'samsung', 'locale.language'],
  ...['place.country', 'place.region', 'time.weekday', 'time.date', 'page.category', 'monday'],
  ...['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'rain', 'snow', 'clear'],
  ...['clouds', 'weather.temperatureC', 'in_stock', 'out_of_stock', 'background', 'product'],
  ...['price', 'badge', '336x280', '320x100', 'native'],
] as const satisfies readonly string[]

const NUMBERS: ReadonlyMap<string, number> = new Map(WORDS.map((word, number) => [word, number]))

export function numberOfWord(text: string): number | undefined {
  return NUMBERS.get(text)
}

export function wordOfNumber(number: number): string {
  return WORDS[number] ?? ''
}
