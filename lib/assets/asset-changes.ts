import type { AssetKind } from '@/lib/decision/snapshot'
import { checkCopyText, copyKindSchema, hasFocalPoint, type UpdateAsset } from './asset'
import { type Theme, themeSchema } from './theme'

/** What of an asset can be edited, as the database has it. */
export interface EditableAsset {
  readonly kind: AssetKind
  readonly name: string
  readonly text: string | null
  readonly altText: string
  readonly locale: string
  readonly tags: readonly string[]
  readonly markets: readonly string[]
  readonly rightsStartAt: Date | null
  readonly rightsEndAt: Date | null
  readonly source: string
  readonly notes: string
  readonly theme: unknown
  readonly focalX: number
  readonly focalY: number
}

export interface AssetChanges {
  name?: string
  text?: string
  altText?: string
  locale?: string
  tags?: string[]
  markets?: string[]
  rightsStartAt?: Date | null
  rightsEndAt?: Date | null
  source?: string
  notes?: string
  theme?: Theme
  focalX?: number
  focalY?: number
}

type Found =
  { kind: 'ok'; changes: AssetChanges } | { kind: 'invalid'; path: string; message: string }

/** Only what would really be different; refuses what the asset's kind does not have. */
export function findAssetChanges(asset: EditableAsset, input: UpdateAsset): Found {
  const refusal = refuseField(asset, input)
  if (refusal) return { kind: 'invalid', ...refusal }
  const { text, rightsStartAt, rightsEndAt, ...rest } = input
  const wanted: AssetChanges = { ...rest }
  if (rightsStartAt !== undefined) wanted.rightsStartAt = toDate(rightsStartAt)
  if (rightsEndAt !== undefined) wanted.rightsEndAt = toDate(rightsEndAt)
  if (text !== undefined) {
    const checked = checkCopyText(copyKindSchema.parse(asset.kind), text)
    if (checked.kind === 'invalid') return { ...checked, path: 'text' }
    wanted.text = checked.text
  }
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) =>
        value !== undefined && !isSame(value, asset[field as keyof EditableAsset]),
    ),
  ) as AssetChanges
  return checkRights(asset, changes) ?? { kind: 'ok', changes }
}

function refuseField(
  { kind }: EditableAsset,
  input: UpdateAsset,
): { path: string; message: string } | null {
  if (input.text !== undefined && !copyKindSchema.safeParse(kind).success) {
    return { path: 'text', message: 'Only copy has a text.' }
  }
  const movesFocus = input.focalX !== undefined || input.focalY !== undefined
  if (movesFocus && !hasFocalPoint(kind)) {
    return { path: 'focalX', message: 'Only pictures and videos have a focal point.' }
  }
  if (input.theme !== undefined && kind !== 'theme') {
    return { path: 'theme', message: 'Only a colour theme has colours.' }
  }
  return null
}

function checkRights(asset: EditableAsset, changes: AssetChanges): Found | null {
  const { rightsStartAt, rightsEndAt } = { ...asset, ...changes }
  if (!rightsStartAt || !rightsEndAt || rightsStartAt < rightsEndAt) return null
  const path = changes.rightsEndAt ? 'rightsEndAt' : 'rightsStartAt'
  return { kind: 'invalid', path, message: 'The rights must end after they begin.' }
}

function toDate(time: string | null): Date | null {
  return time === null ? null : new Date(time)
}

function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right)
}

function canonical(value: unknown): string {
  const theme = themeSchema.safeParse(value)
  return JSON.stringify(theme.success ? Object.entries(theme.data).toSorted() : value)
}
