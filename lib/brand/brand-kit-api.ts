import { z } from 'zod'
import { assetResponseSchema } from '@/lib/assets/asset'
import { brandKitSchema, severitySchema } from './brand-kit'
import { brandRuleKindSchema, findingSchema } from './finding'

export const brandKitResponseSchema = z.object({
  kit: brandKitSchema,
  /** 0 while the workspace has none of its own and the default holds. */
  revision: z.number().int(),
  updatedAt: z.iso.datetime().nullable(),
})
export type BrandKitResponse = z.infer<typeof brandKitResponseSchema>

export const saveBrandKitSchema = z.object({
  /** The revision that was edited: 409 when somebody else saved meanwhile. */
  revision: z.number().int().min(0),
  kit: brandKitSchema,
})
export type SaveBrandKit = z.infer<typeof saveBrandKitSchema>

export const brandImpactSchema = z.object({
  /** Assets that are not archived. */
  checked: z.number().int(),
  blocked: z.number().int(),
  /** With warnings only. */
  warned: z.number().int(),
  rules: z.array(
    z.object({
      ruleId: z.string(),
      kind: brandRuleKindSchema,
      severity: severitySchema,
      count: z.number().int(),
      /** Some of those assets. */
      examples: z.array(z.object({ assetId: z.string(), name: z.string(), message: z.string() })),
    }),
  ),
})
export type BrandImpact = z.infer<typeof brandImpactSchema>

export const findingListSchema = z.object({
  /** Of the brand kit the asset was held against. */
  revision: z.number().int(),
  findings: z.array(findingSchema),
})
export type FindingList = z.infer<typeof findingListSchema>

/** An asset with what it breaks of the brand kit of the moment. */
export const checkedAssetSchema = assetResponseSchema.extend({ findings: z.array(findingSchema) })
export type CheckedAsset = z.infer<typeof checkedAssetSchema>
