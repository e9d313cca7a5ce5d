import type { Scalar } from '@/lib/decision/condition'

/** The choice to leave a field as it is, with what it is now where that is known. */
export function describeAsIs(
  name: string,
  imagined: Scalar | undefined,
  now: Readonly<Record<string, Scalar>>,
): string {
  if (!/^(weather|stock|promotion)\./.test(name)) return 'Not known'
  const value = imagined === undefined ? now[name] : undefined
  return value === undefined ? 'As the feed says now' : `As the feed says now: ${say(value)}`
}

function say(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value).replaceAll('_', ' ')
}
