import type { BrandKit } from '@/lib/brand/brand-kit'
import type { CampaignDraft } from '@/lib/campaigns/campaign-draft'
import type { GuardrailProof } from '@/lib/campaigns/proof'

/** What an audit reads of an asset beyond what a draft holds of it. */
export interface AssetDetails {
  readonly locale: string
  /** ISO 3166-1 alpha-2; everywhere when empty. */
  readonly markets: readonly string[]
  readonly tags: readonly string[]
  /** Usage rights; null for no limit. */
  readonly rightsStartAtMs: number | null
  readonly rightsEndAtMs: number | null
  /** When its approval ends, where that is before its rights do; null otherwise. */
  readonly approvalEndsAtMs: number | null
  /** '' when not known. */
  readonly contentSha256: string
  /** See `differenceHash`; null for copy and for plain pictures. */
  readonly perceptualHash: bigint | null
  readonly widthPx: number | null
  readonly heightPx: number | null
  readonly dominantColors: readonly string[]
  readonly themeColors: Readonly<Record<string, string>>
}

/** Of an asset of which nothing more is known. */
export const NO_DETAILS: AssetDetails = {
  locale: 'en',
  markets: [],
  tags: [],
  rightsStartAtMs: null,
  rightsEndAtMs: null,
  approvalEndsAtMs: null,
  contentSha256: '',
  perceptualHash: null,
  widthPx: null,
  heightPx: null,
  dominantColors: [],
  themeColors: {},
}

export interface AuditInput {
  readonly draft: CampaignDraft
  /** Of each asset in the draft's slots, by id. */
  readonly details: ReadonlyMap<string, AssetDetails>
  readonly kit: BrandKit
  /** Guardrails over whole combinations that are broken, as the proof found them. */
  readonly broken: readonly GuardrailProof[]
  readonly nowMs: number
}
