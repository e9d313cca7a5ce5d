import { z } from 'zod'
import {
  type AssetResponse,
  checkCopyText,
  copyKindSchema,
  type UpdateAsset,
  updateAssetSchema,
} from '@/lib/assets/asset'
import { themeSchema } from '@/lib/assets/theme'
import { endOfDay, firstDay, lastDay, startOfDay } from './rights-days'

const required = updateAssetSchema.required()
const daySchema = z.union([z.literal(''), z.iso.date('Use a day.')])

/** The form of one asset. A picture has no text, copy has no alternative text. */
export const assetFormSchema = z
  .object({
    name: required.shape.name,
    text: z.string(),
    altText: required.shape.altText,
    locale: required.shape.locale,
    tags: required.shape.tags,
    markets: required.shape.markets,
    /** First and last day, on the reader's clock; empty for no limit. */
    rightsFrom: daySchema,
    rightsUntil: daySchema,
    source: required.shape.source,
    notes: required.shape.notes,
    theme: themeSchema.nullable(),
    focalX: required.shape.focalX,
    focalY: required.shape.focalY,
  })
  .refine(
    ({ rightsFrom, rightsUntil }) => !rightsFrom || !rightsUntil || rightsFrom <= rightsUntil,
    {
      path: ['rightsUntil'],
      message: 'The last day is before the first.',
    },
  )
export type AssetFormValues = z.infer<typeof assetFormSchema>

/** The form's schema with the rules for the copy of this kind. */
export function assetFormSchemaOf(asset: AssetResponse) {
  const kind = copyKindSchema.safeParse(asset.kind)
  if (!kind.success) return assetFormSchema
  return assetFormSchema.superRefine(({ text }, context) => {
    const checked = checkCopyText(kind.data, text)
    if (checked.kind === 'invalid') {
      context.addIssue({ code: 'custom', path: ['text'], message: checked.message })
    }
  })
}

export function toAssetFormValues(asset: AssetResponse): AssetFormValues {
  const { name, altText, locale, tags, markets, source, notes, theme } = asset
  return {
    ...{ name, altText, locale, tags, markets, source, notes, theme },
    text: asset.text ?? '',
    rightsFrom: firstDay(asset.rightsStartAt),
    rightsUntil: lastDay(asset.rightsEndAt),
    focalX: asset.picture?.focalX ?? 0.5,
    focalY: asset.picture?.focalY ?? 0.5,
  }
}

/** Only what the asset's kind has, and of the rights only what was touched: they may end at noon. */
export function toAssetUpdate(asset: AssetResponse, values: AssetFormValues): UpdateAsset {
  const { name, text, altText, locale, tags, markets, source, notes, theme } = values
  const before = toAssetFormValues(asset)
  return {
    ...{ name, locale, tags, markets, source, notes },
    ...(values.rightsFrom !== before.rightsFrom && {
      rightsStartAt: startOfDay(values.rightsFrom),
    }),
    ...(values.rightsUntil !== before.rightsUntil && { rightsEndAt: endOfDay(values.rightsUntil) }),
    ...(copyKindSchema.safeParse(asset.kind).success && { text }),
    ...(theme && { theme }),
    ...(asset.picture && { altText, focalX: values.focalX, focalY: values.focalY }),
  }
}

/** Whether saving these values sends the asset back to draft: a viewer would see something else. */
export function isContentChanged(asset: AssetResponse, values: AssetFormValues): boolean {
  const content = ({ text, altText, locale, theme, focalX, focalY }: AssetFormValues) =>
    JSON.stringify({ text, altText, locale, theme, focalX, focalY })
  return content(toAssetFormValues(asset)) !== content(values)
}
