import { getEnv } from '@/lib/env'

/** What a button calls the OIDC provider; null where none is configured. */
export function getOidcName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = getEnv()
  return OIDC_ISSUER ? (OIDC_NAME ?? 'single sign-on') : null
}
