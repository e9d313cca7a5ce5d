import type { BrandKit } from '@/lib/brand/brand-kit'
import type { BrandAsset } from '@/lib/brand/check-asset'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Guardrail, ProofAsset, ProofSubject } from '@/lib/permutations/guardrails/guardrail'
import { listGuardrails } from '@/lib/permutations/guardrails/list-guardrails'
import { countReachable, prove } from '@/lib/permutations/prove'
import { createSpace, type Space } from '@/lib/permutations/space'
import type { Witness } from '@/lib/permutations/witness'
import type { CampaignDraft } from './campaign-draft'
import { listShownSubjects } from './list-shown-subjects'
import { mergeProofs } from './merge-proofs'
import type { CampaignProof, GuardrailProof, WitnessElement } from './proof'
import { listServingSlots } from './serving-slots'

/** What a proof knows of an asset beside the draft. */
export interface AssetFacts {
  readonly brand: BrandAsset
  readonly markets: readonly string[]
  readonly rightsStartAtMs: number | null
  readonly rightsEndAtMs: number | null
}

export interface ProofContext {
  readonly kit: BrandKit
  readonly brandRevision: number
  /** Of every asset in the draft's slots. */
  readonly facts: ReadonlyMap<string, AssetFacts>
  /** What people call an asset that a rule names, in this campaign or not. */
  readonly nameOf: (assetId: string) => string | null
}

type FindProofAsset = (assetId: string) => ProofAsset | null

/**
 * Proves every guardrail over every combination that a draft can show once published: what its
 * slots serve, in any context that its rules tell apart, within its pairs, and its static ad; in
 * each size as that size shows it, overrides and stand-ins included.
 */
export function proveCampaign(draft: CampaignDraft, context: ProofContext): CampaignProof {
  const { facts } = context
  const space = createSpace({
    slots: listServingSlots(draft).map(({ key, assetIds }) => ({
      key,
      assetIds: assetIds.filter((id) => facts.has(id)),
    })),
    rules: draft.rules.filter(({ enabled }) => enabled),
    constraints: draft.constraints,
    benchmark: findBenchmark(draft),
  })
  const assets = new Map(draft.slots.flatMap((slot) => slot.assets.map((one) => [one.id, one])))
  const toProofAsset = (id: string): ProofAsset | null => {
    const [asset, fact] = [assets.get(id), facts.get(id)]
    return asset && fact ? { asset, isApproved: asset.state === 'approved', ...fact } : null
  }
  const subjects = listShownSubjects(createSubject(draft, space, context, toProofAsset), {
    ...{ assets, toProofAsset },
    benchmark: findBenchmark(draft) ?? {},
  })
  return {
    combinations: countReachable(space),
    brandRevision: context.brandRevision,
    guardrails: mergeProofs(
      subjects.map((subject) => ({
        sizes: subject.sizes,
        proofs: listGuardrails(subject).map((one) => proveOne(space, one, subject, toProofAsset)),
      })),
    ),
  }
}

/** The static ad, if each of its assets is still in its slot. */
function findBenchmark({ slots, pilot }: CampaignDraft): Readonly<Record<string, string>> | null {
  const isWhole = slots.every(({ key, assets }) =>
    assets.some(({ id }) => id === pilot?.benchmark[key]),
  )
  return pilot && isWhole ? pilot.benchmark : null
}

function createSubject(
  draft: CampaignDraft,
  space: Space,
  { kit, nameOf }: ProofContext,
  toProofAsset: FindProofAsset,
): ProofSubject {
  const { objectives } = draft
  return {
    kit,
    nameOf,
    design: draft.design,
    slots: space.slots.map(({ key, assetIds }) => ({
      key,
      kind: draft.slots.find((slot) => slot.key === key)?.kind ?? 'image',
      assets: assetIds.flatMap((id) => toProofAsset(id) ?? []),
    })),
    sizes: [...new Set(draft.placements.map(({ size }): AdSize => size))],
    flight: objectives && {
      startsAtMs: Date.parse(objectives.flightStartsAt),
      endsAtMs: Date.parse(objectives.flightEndsAt),
    },
    markets: objectives?.markets ?? [],
    category: objectives?.category ?? null,
  }
}

function proveOne(
  space: Space,
  guardrail: Guardrail,
  shown: ProofSubject,
  toProofAsset: FindProofAsset,
): GuardrailProof {
  const { id, kind, title, sizes, fix } = guardrail
  const { severity, reason, owner } = guardrail.guard
  const proof = prove(space, guardrail.violation)
  const own = { id, kind, title, severity, reason, owner, sizes: [...sizes], state: proof.state }
  if (proof.state === 'holds') return { ...own, count: 0, witness: null, fix: '' }
  if (proof.state === 'undecided') return { ...own, count: null, witness: null, fix }
  const { count } = proof
  const witness = nameWitness(space, proof.witness, shown, toProofAsset)
  const isStandIn = witness.elements.some(({ standsIn }) => standsIn !== null)
  const otherWay = ' Or change what this size shows instead, in the assets step.'
  return { ...own, count, witness, fix: isStandIn ? `${fix}${otherWay}` : fix }
}

function nameWitness(
  space: Space,
  { slots, row, isBenchmark }: Witness,
  shown: ProofSubject,
  toProofAsset: FindProofAsset,
): NonNullable<GuardrailProof['witness']> {
  const combination = space.slots.map(({ key, assetIds }, slot): WitnessElement => {
    const pick = row[slot] ?? -1
    const assetId = assetIds[pick] ?? ''
    const standIn = shown.slots[slot]?.assets[pick]?.asset
    return {
      ...{ slot: key, assetId, name: callOf(toProofAsset(assetId)?.asset) ?? assetId },
      standsIn: standIn && standIn.id !== assetId ? (callOf(standIn) ?? standIn.id) : null,
    }
  })
  return {
    elements: combination.filter((_, slot) => slots.includes(slot)),
    combination,
    isBenchmark,
  }
}

function callOf(asset: ProofAsset['asset'] | undefined): string | undefined {
  return asset?.text ?? asset?.name
}
