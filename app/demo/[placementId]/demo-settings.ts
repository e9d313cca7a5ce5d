import { z } from 'zod'

const textSchema = z.string().trim().max(120).catch('')

const settingsSchema = z.object({
  /** `1` agreed, `0` refused, empty: the page did not ask. */
  consent: z.enum(['', '0', '1']).catch(''),
  visitor: textSchema,
  category: textSchema,
})
export type DemoSettings = z.infer<typeof settingsSchema>

/** What the tag of the test page says, from the page's own address; anything odd counts as empty. */
export function readDemoSettings(
  search: Record<string, string | string[] | undefined>,
): DemoSettings {
  const { consent, visitor, category } = search
  return settingsSchema.parse({ consent, visitor, category })
}
