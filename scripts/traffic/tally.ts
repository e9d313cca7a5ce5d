import type { Circumstances, ShownAsset } from './truth'
import type { VisitResult } from './visit'
import type { Visitor } from './visitors'

export interface ArmTally {
  impressions: number
  viewables: number
  clicks: number
  conversions: number
  /** Sum of the true chances of a click of the counted impressions. */
  trueClicks: number
}

/** Everything that was seen of one kind of circumstances in the dynamic arm. */
export interface Situation {
  readonly circumstances: Circumstances
  impressions: number
  trueClicks: number
  /** Assets that were shown at all, by slot and label: what the rules left to choose from. */
  readonly candidates: Map<string, Map<string, ShownAsset>>
}

export interface Play {
  readonly trueChance: number
  readonly situation: Situation
  readonly labels: Readonly<Record<string, string>>
}

const createArm = (): ArmTally => ({
  impressions: 0,
  viewables: 0,
  clicks: 0,
  conversions: 0,
  trueClicks: 0,
})

/** What the simulator saw, counted by itself: nothing in here comes from a report. */
export class Tally {
  visits = 0
  /** Visits that the product has to leave out: bots, prefetches, hidden slots. */
  uncountable = 0
  /** Uncountable visits that were counted all the same: has to stay 0. */
  miscounted = 0
  withoutAd = 0
  failures = 0
  readonly dynamic = createArm()
  readonly holdout = createArm()
  readonly other = createArm()
  readonly situations = new Map<string, Situation>()
  /** Dynamic impressions in the order in which they came. */
  readonly plays: Play[] = []
  /** Labels of assets by slot and id. */
  readonly labels = new Map<string, Map<string, string>>()
  /** Assets that viewers nobody knows were shown, by slot: no rule keeps them for a segment. */
  readonly unrestricted = new Map<string, Map<string, ShownAsset>>()

  add(visitor: Visitor, result: VisitResult | null): void {
    this.visits += 1
    if (visitor.kind !== 'person') this.uncountable += 1
    if (!result) {
      this.withoutAd += 1
      return
    }
    this.failures += result.failures
    const { counted } = result
    if (visitor.kind !== 'person') {
      this.miscounted += counted.impressions + counted.clicks
      return
    }
    const arm = this.armOf(result.arm)
    arm.impressions += counted.impressions
    arm.viewables += counted.viewables
    arm.clicks += counted.clicks
    arm.conversions += counted.conversions
    arm.trueClicks += counted.impressions * result.trueChance
    if (result.arm === 'dynamic' && counted.impressions > 0) this.addPlay(visitor, result)
  }

  get total(): ArmTally {
    const arms = [this.dynamic, this.holdout, this.other]
    const sum = (name: keyof ArmTally) => arms.reduce((total, arm) => total + arm[name], 0)
    return {
      impressions: sum('impressions'),
      viewables: sum('viewables'),
      clicks: sum('clicks'),
      conversions: sum('conversions'),
      trueClicks: sum('trueClicks'),
    }
  }

  private armOf(arm: VisitResult['arm']): ArmTally {
    if (arm === 'dynamic') return this.dynamic
    return arm === 'holdout' ? this.holdout : this.other
  }

  private addPlay(visitor: Visitor, result: VisitResult): void {
    const { circumstances, shown, assetIds, trueChance } = result
    const key = Object.values(circumstances).join('\n')
    let situation = this.situations.get(key)
    if (!situation) {
      situation = { circumstances, impressions: 0, trueClicks: 0, candidates: new Map() }
      this.situations.set(key, situation)
    }
    situation.impressions += 1
    situation.trueClicks += trueChance
    const labels: Record<string, string> = {}
    for (const [slot, asset] of Object.entries(shown)) {
      labels[slot] = asset.label
      entryOf(situation.candidates, slot).set(asset.label, asset)
      entryOf(this.labels, slot).set(assetIds[slot] ?? '', asset.label)
      if (visitor.customerId === null) entryOf(this.unrestricted, slot).set(asset.label, asset)
    }
    this.plays.push({ trueChance, situation, labels })
  }
}

function entryOf<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = map.get(key)
  if (known) return known
  const created = new Map<string, Value>()
  map.set(key, created)
  return created
}
