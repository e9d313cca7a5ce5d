import { z } from 'zod'
import {
  type AssetResponse,
  checkCopyText,
  copyKindSchema,
  type UpdateAsset,
  updateAssetSchema,
} from '@/lib/assets/asset'

const required = updateAssetSchema.required()

/** The form of one asset. A picture has no text, copy has no alternative text. */
export const assetFormSchema = z.object({
  name: required.shape.name,
  text: z.string(),
  altText: required.shape.altText,
  tags: required.shape.tags,
  focalX: required.shape.focalX,
  focalY: required.shape.focalY,
})
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
  return {
    name: asset.name,
    text: asset.text ?? '',
    altText: asset.altText,
    tags: asset.tags,
    focalX: asset.picture?.focalX ?? 0.5,
    focalY: asset.picture?.focalY ?? 0.5,
  }
}

/** Only what the asset's kind has. */
export function toAssetUpdate(asset: AssetResponse, values: AssetFormValues): UpdateAsset {
  const { name, text, altText, tags, focalX, focalY } = values
  if (!asset.picture) return { name, text, tags }
  return { name, altText, tags, focalX, focalY }
}

/** Whether saving these values sends the asset back to draft. */
export function isContentChanged(asset: AssetResponse, values: AssetFormValues): boolean {
  const withoutTags = (form: AssetFormValues) => JSON.stringify({ ...form, tags: [] })
  return withoutTags(toAssetFormValues(asset)) !== withoutTags(values)
}
