import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { type Database, getDatabase } from '@/lib/db/client'
import { type Env, getEnv } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { linkOidcIdentity } from './link-oidc-identity'
import { isPasswordRight } from './password'
import { countSignInFailure, isSignInAllowed } from './sign-in-limiter'

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(200),
})

const oidcProfileSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.email(),
  /** Some providers write it as a text. */
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .optional(),
  name: z.string().optional(),
})
type OidcProfile = z.infer<typeof oidcProfileSchema>

const SESSION_SECONDS = 12 * 60 * 60

export function getAuthOptions(): NextAuthOptions {
  const env = getEnv()
  const db = getDatabase()
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(db), ...oidcProviders(env)],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== 'oidc') return true
        const parsed = oidcProfileSchema.safeParse(profile)
        return parsed.success && (await linkOidcIdentity(db, parsed.data)) !== null
      },
      async jwt({ token, account, profile }) {
        if (account?.provider === 'oidc') {
          const userId = await linkOidcIdentity(db, oidcProfileSchema.parse(profile))
          if (userId) token.sub = userId
        }
        return token
      },
      session({ session, token }) {
        return { ...session, userId: token.sub }
      },
    },
  }
}

function passwordProvider(db: Database) {
  return Credentials({
    name: 'E-mail and password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(input, request) {
      const parsed = credentialsSchema.safeParse(input)
      if (!parsed.success) return null
      const { email, password } = parsed.data
      const address = clientAddress(request.headers ?? {})
      if (!(await isSignInAllowed(email, address))) throw new Error('rate_limited')
      const user = await db.user.findUnique({ where: { email } })
      if (user && (await isPasswordRight(user.passwordHash, password))) {
        return { id: user.id, email: user.email, name: user.name }
      }
      if (!user) await isPasswordRight(null, password)
      await countSignInFailure(email, address)
      return null
    },
  })
}

function oidcProviders(env: Env): OAuthConfig<OidcProfile>[] {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return []
  return [
    {
      id: 'oidc',
      name: env.OIDC_NAME ?? 'single sign-on',
      type: 'oauth',
      wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      userinfo: { request: readProfile },
      profile: (profile) => ({
        id: profile.sub,
        email: profile.email,
        name: profile.name ?? profile.email,
      }),
    },
  ]
}

type Userinfo = Extract<OAuthConfig<OidcProfile>['userinfo'], object>

/**
 * Who has signed in: what the ID token claims, and from the userinfo endpoint what it leaves out,
 * as it should with the code flow (OpenID Connect Core 5.4). The token's claims win: they were
 * signed and checked.
 */
const readProfile: NonNullable<Userinfo['request']> = async ({ client, tokens }) => {
  // It is openid-client's TokenSet, though next-auth's types say less.
  const tokenSet = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>
  const claims = tokenSet.claims()
  if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims
  return { ...(await client.userinfo(tokenSet)), ...claims }
}
