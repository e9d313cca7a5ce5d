import { getEnv } from '@/lib/env'

/** The caller's address as our own server noted it (`x-intarsia-address`), or as a trusted proxy says. */
export function clientAddress(headers: Headers | Record<string, unknown>): string {
  const read = (name: string): string => {
    const value = headers instanceof Headers ? headers.get(name) : headers[name]
    return typeof value === 'string' ? value : ''
  }
  if (getEnv().TRUST_PROXY) {
    const forwarded = read('x-forwarded-for').split(',')[0]?.trim()
    if (forwarded) return forwarded
  }
  return read('x-intarsia-address') || 'unknown'
}
