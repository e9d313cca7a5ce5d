import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { OIDC_ENVIRONMENT } from './oidc-environment'

/** What the provider says of an account besides its `sub`, which is the login. */
export interface OidcAccount {
  readonly email: string
  readonly email_verified?: boolean
  readonly name?: string
}

/**
 * A certified OpenID provider (the package oidc-provider) on loopback, with its own login page: any
 * login, any password. A login that is not among `accounts` is a verified e-mail. As the standard
 * has it with the code flow, claims are told at the userinfo endpoint and not in the ID token.
 */
export async function startOidcProvider(
  callbackUrl: string,
  accounts: Readonly<Record<string, OidcAccount>>,
): Promise<{ stop(): Promise<void> }> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = OIDC_ENVIRONMENT
  const configuration: Configuration = {
    clients: [
      {
        client_id: OIDC_CLIENT_ID,
        client_secret: OIDC_CLIENT_SECRET,
        redirect_uris: [callbackUrl],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['of the browser tests only'] },
    findAccount: (_context, login) => {
      const account = accounts[login] ?? { email: login, email_verified: true, name: login }
      return { accountId: login, claims: () => ({ sub: login, ...account }) }
    },
    // Its people are not asked whether their own studio may know their e-mail.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc
      const grant = new provider.Grant({
        clientId: client?.clientId,
        accountId: session?.accountId,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
  const answer = new Provider(OIDC_ISSUER, configuration).callback()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(Number(new URL(OIDC_ISSUER).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
