import type { PolicyTable } from '@/lib/decision/policy-table'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { Beliefs } from './belief-api'
import type { FatigueCheck } from './check-fatigue'
import type { WeightedCell } from './draw-rates'
import { listLaggards } from './list-laggards'
import { familyDeviations, featureValue } from './posterior'
import type { Posterior } from './posterior'
import type { RankedPair } from './rank-pairs'
import { splitCells, summariseBeliefs } from './summarise-beliefs'
import { summariseExploration } from './summarise-exploration'
import type { AssetBelief } from './summarise-rates'
import type { WeightDraws } from './weight-draws'

/** A policy version that is asked. */
export interface BelievedVersion {
  readonly posterior: Posterior
  readonly draws: WeightDraws
  /** Its strongest pairs: the same in every context. */
  readonly pairs: readonly RankedPair[]
}

interface Circumstances {
  readonly version: number
  readonly splitBy: string | undefined
  /** Contexts of late. */
  readonly cells: readonly WeightedCell[]
  /** How often each element was shown of late, by `slot assetId`. */
  readonly shown: ReadonlyMap<string, number>
  /** What serves in the commonest of these contexts. */
  readonly tables: readonly {
    readonly cell: WeightedCell['cell']
    readonly weight: number
    readonly table: PolicyTable
  }[]
  /** Of each element ever, by `slot assetId`. */
  readonly impressions: ReadonlyMap<string, number>
  readonly fatigue: FatigueCheck
}

/** Everything that is told of the beliefs about a published campaign. Deterministic given the draws. */
export function composeBeliefs(
  snapshot: Pick<Snapshot, 'slots' | 'learning'>,
  { posterior, draws, pairs }: BelievedVersion,
  { version, splitBy, cells, shown, tables, impressions, fatigue }: Circumstances,
): Beliefs {
  const { reward, features, explorationFloor } = snapshot.learning
  const candidates = snapshot.slots.map(({ key, assetIds }) => ({
    slot: key,
    assetIds,
    weights: assetIds.map((assetId) => shown.get(`${key} ${assetId}`) ?? 0),
  }))
  const exploration = summariseExploration(tables, explorationFloor)
  const shareOf = readShares(cells, splitBy)
  const slots = summariseBeliefs(posterior, draws, { candidates, cells, splitBy }).map(
    ({ slot, overall, byValue }, index) => ({
      slot,
      exploration: exploration?.slots[index] ?? null,
      assets: addChances(overall, exploration?.chances[index]).map((asset) => ({
        ...asset,
        impressions: impressions.get(`${slot} ${asset.assetId}`) ?? 0,
      })),
      byValue: byValue.map(({ value, assets }) => {
        const own = tables.filter(({ cell }) => splitBy && featureValue(cell, splitBy) === value)
        const chances = summariseExploration(own, explorationFloor)?.chances[index]
        return { value, share: shareOf(value), assets: addChances(assets, chances) }
      }),
    }),
  )
  const { main, interaction, pair } = familyDeviations(posterior)
  return {
    policyVersion: version,
    reward,
    learntFrom: posterior.totals,
    features,
    slots,
    exploringAds: exploration?.exploringAds ?? null,
    typicalEffects: {
      element: Math.expm1(main),
      elementInContext: Math.expm1(interaction),
      pair: Math.expm1(pair),
    },
    pairs: pairs.map(({ assets: [one, other], effect }) => ({ assets: [one, other], effect })),
    laggards: listLaggards(slots),
    fatigue: describeFatigue(fatigue),
    isApproximate: posterior.evidence === undefined,
  }
}

function addChances(assets: readonly AssetBelief[], chances: readonly number[] | undefined) {
  return assets.map((asset, index) => ({ ...asset, chance: chances?.[index] ?? null }))
}

/** Share of the cells that have a value of the feature, by weight. */
function readShares(
  cells: readonly WeightedCell[],
  splitBy: string | undefined,
): (value: string) => number {
  const groups = new Map(splitBy ? splitCells(cells, splitBy) : [])
  const weigh = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (cells[index]?.weight ?? 0), 0)
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  return (value) => (total > 0 ? weigh(groups.get(value) ?? []) / total : 0)
}

function describeFatigue(check: FatigueCheck): Beliefs['fatigue'] {
  if (check.kind === 'invalid') return null
  const { comparedCount, laterFrom, tired } = check
  return { comparedCount, laterFrom, tired: [...tired] }
}
