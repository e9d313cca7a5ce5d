import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

export const passwordSchema = z
  .string()
  .min(10, 'Use at least 10 characters')
  .max(200, 'Use at most 200 characters')

/** argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

/** Compares against a decoy when there is no such user, so that timing does not tell who exists. */
export async function isPasswordRight(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoyHash ??= hashPassword('no such user')
  const matches = await verify(passwordHash ?? (await decoyHash), password).catch(() => false)
  return passwordHash !== null && matches
}

let decoyHash: Promise<string> | undefined
