import { z } from 'zod'
import { marketsSchema } from '@/lib/assets/market'
import { plainTextSchema } from '@/lib/assets/plain-text'
import { assetKindSchema } from '@/lib/decision/snapshot'

export const severitySchema = z.enum(['block', 'warn'])
export type Severity = z.infer<typeof severitySchema>

/** What every rule says of itself: what breaking it means, why it is there, who may change it. */
const guardSchema = z.object({
  severity: severitySchema,
  reason: plainTextSchema('The reason', 300),
  owner: plainTextSchema('The owner', 120),
})
export type Guard = z.infer<typeof guardSchema>

const idSchema = z.string().min(1).max(40)
const tagSchema = plainTextSchema('A tag', 40).overwrite((tag) => tag.toLowerCase())
const phraseSchema = plainTextSchema('A phrase', 80)
/** Of all its rules together: each is looked for in every text. */
const MAX_PHRASES = 5_000
const phrasesSchema = z.array(phraseSchema).min(1, 'Name at least one word or phrase').max(100)
/** A language (`de`) or a language of a place (`de-CH`). */
const localesSchema = z
  .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language tag: en, de-CH.'))
  .max(40)
export const hexColorSchema = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Use a colour such as #1f4a43')

/** Assets by id or by tag: any of them. */
export const assetSelectorSchema = z
  .object({
    assetIds: z.array(idSchema).max(100).default([]),
    tags: z.array(tagSchema).max(40).default([]),
  })
  .refine(({ assetIds, tags }) => assetIds.length + tags.length > 0, 'Choose an asset or a tag')
export type AssetSelector = z.infer<typeof assetSelectorSchema>

/** A family stack as CSS takes it, without what could end a declaration. */
const fontStackSchema = plainTextSchema('The fonts', 200).refine(
  (stack) => /^[\p{L}\p{N}\s,'"-]+$/u.test(stack),
  'Write families as CSS does: "Inter", Arial, sans-serif',
)

const paletteSchema = guardSchema.extend({
  colors: z
    .array(z.object({ name: plainTextSchema('The name', 60), hex: hexColorSchema }))
    .min(1, 'Add at least one colour')
    .max(40),
  /** Largest distance in Oklab at which a colour still counts as one of the palette. */
  tolerance: z.number().min(0).max(0.5),
})

const fontsSchema = guardSchema.extend({ heading: fontStackSchema, body: fontStackSchema })

const logoSchema = guardSchema.extend({
  /** Smallest width in CSS pixels at which it may be shown. */
  minWidthPx: z.number().int().min(8).max(400),
  /** Free room on every side, as a share of the logo's shown height. */
  clearSpaceRatio: z.number().min(0).max(2),
})

const wordRuleSchema = guardSchema.extend({
  id: idSchema,
  /** `banned`: none of the phrases may be said. `required`: one of them has to be. */
  kind: z.enum(['banned', 'required']),
  phrases: phrasesSchema,
  /** Every language when empty. */
  locales: localesSchema.default([]),
  /** Every kind of copy when empty. */
  assetKinds: z.array(assetKindSchema).max(9).default([]),
})
export type WordRule = z.infer<typeof wordRuleSchema>

const claimSchema = guardSchema.extend({
  id: idSchema,
  phrases: phrasesSchema,
  locales: localesSchema.default([]),
  /** What has to stand in the same ad. */
  disclaimer: assetSelectorSchema,
})
export type Claim = z.infer<typeof claimSchema>

const disclaimerRuleSchema = guardSchema.extend({
  id: idSchema,
  name: plainTextSchema('The name', 80),
  /** Everywhere when empty. */
  markets: marketsSchema.default([]),
  /** Categories of a campaign, or tags of an asset; whatever is advertised when empty. */
  categories: z.array(tagSchema).max(40).default([]),
  disclaimer: assetSelectorSchema,
})
export type DisclaimerRule = z.infer<typeof disclaimerRuleSchema>

const pairRuleSchema = guardSchema.extend({
  id: idSchema,
  /** `never`: not both in one ad. `only_with`: the first only beside the second. */
  kind: z.enum(['never', 'only_with']),
  first: assetSelectorSchema,
  second: assetSelectorSchema,
})
export type PairRule = z.infer<typeof pairRuleSchema>

/** The rules of a workspace's brand, as one document. What is null is not asked for. */
export const brandKitSchema = z
  .object({
    formatVersion: z.literal(1),
    palette: paletteSchema.nullable(),
    fonts: fontsSchema.nullable(),
    logo: logoSchema.nullable(),
    /** WCAG 2.2 contrast of text over its actual background. */
    contrast: guardSchema.extend({ minRatio: z.number().min(1).max(21) }),
    /** Copy that is cut in an ad size of the campaign. */
    textFit: guardSchema,
    /** Ads heavier than the IAB allows their size. */
    weight: guardSchema,
    voice: z.object({
      words: z.array(wordRuleSchema).max(200),
      /** Largest share of capitals among the letters that have a case. */
      capitals: guardSchema.extend({ maxShare: z.number().min(0).max(1) }).nullable(),
      exclamations: guardSchema.extend({ maxCount: z.number().int().min(0).max(20) }).nullable(),
      /** See `measureReadingLevel`. */
      readingLevel: guardSchema.extend({ maxLix: z.number().min(10).max(100) }).nullable(),
    }),
    claims: z.array(claimSchema).max(200),
    disclaimers: z.array(disclaimerRuleSchema).max(200),
    pairs: z.array(pairRuleSchema).max(200),
  })
  .refine(
    ({ voice, claims, disclaimers, pairs }) => {
      const ids = [...voice.words, ...claims, ...disclaimers, ...pairs].map(({ id }) => id)
      return new Set(ids).size === ids.length
    },
    { error: 'Each rule needs its own id' },
  )
  .refine(
    ({ voice, claims }) =>
      [...voice.words, ...claims].reduce((sum, { phrases }) => sum + phrases.length, 0) <=
      MAX_PHRASES,
    { error: `A kit holds at most ${MAX_PHRASES} words and phrases` },
  )
export type BrandKit = z.infer<typeof brandKitSchema>

/** What holds before anybody has written a kit: text that can be read. */
export const DEFAULT_BRAND_KIT: BrandKit = {
  formatVersion: 1,
  palette: null,
  fonts: null,
  logo: null,
  contrast: {
    minRatio: 4.5,
    severity: 'block',
    reason: 'WCAG 2.2 asks for 4.5 to 1, so that everybody can read it.',
    owner: 'Intarsia',
  },
  textFit: {
    severity: 'warn',
    reason: 'Copy that is cut says less than it was written for.',
    owner: 'Intarsia',
  },
  weight: {
    severity: 'block',
    reason: 'Exchanges refuse ads above the weight that the IAB allows.',
    owner: 'Intarsia',
  },
  voice: { words: [], capitals: null, exclamations: null, readingLevel: null },
  claims: [],
  disclaimers: [],
  pairs: [],
}

/** A stored kit; null for a document that is none. */
export function parseBrandKit(stored: unknown): BrandKit | null {
  return brandKitSchema.safeParse(stored).data ?? null
}
