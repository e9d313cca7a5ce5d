'use server'

import { cookies } from 'next/headers'
import { WORKSPACE_COOKIE } from '@/lib/auth/workspace-cookie'
import { getEnv } from '@/lib/env'

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60

/** Remembers which workspace is looked at. Membership is checked on every request, not here. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  ;(await cookies()).set(WORKSPACE_COOKIE, workspaceId, {
    httpOnly: true,
    sameSite: 'lax',
    secure: getEnv().PUBLIC_URL.startsWith('https://'),
    maxAge: ONE_YEAR_SECONDS,
    path: '/',
  })
}
