import { z } from 'zod'

const exampleSchema = z.record(z.string(), z.unknown())

/** One customer as JSON; null for anything else. */
export function readCustomerExample(text: string): Record<string, unknown> | null {
  try {
    const parsed = exampleSchema.safeParse(JSON.parse(text))
    return parsed.success && Object.keys(parsed.data).length > 0 ? parsed.data : null
  } catch {
    return null
  }
}
