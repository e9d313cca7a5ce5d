/** The studio of the browser tests believes this provider; `startOidcProvider` is it. */
export const OIDC_ENVIRONMENT = {
  OIDC_ISSUER: 'http://127.0.0.1:3199',
  OIDC_CLIENT_ID: 'studio',
  OIDC_CLIENT_SECRET: 'of the browser tests only',
  OIDC_NAME: 'the company',
} as const
