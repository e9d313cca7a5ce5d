import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'pg'
import { type Change, listenForChanges } from '@/lib/db/change-channel'
import { type Database, getDatabase } from '@/lib/db/client'
import { getPool } from '@/lib/db/pool'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { getEnv } from '@/lib/env'
import { logger } from '@/lib/http/logger'
import { EMPTY_FEED_INDEX, type FeedIndex } from '@/lib/serve/feed-fields'
import { LiveCampaign, type LivePlacement } from './live-campaign'
import { readLearnedPolicy } from './read-learned-policy'
import { listCampaignVersions, listPlacements, loadFeedIndex, loadSnapshot } from './load-live'
import { createRefreshQueue } from './refresh-queue'
import { VisitorMemory } from './visitor-memory'

const POLL_EVERY_MS = 30_000
/** An unreadable policy gives way to the one before it. */
const POLICIES_TRIED = 3

/**
 * Everything serving reads, in this process: refreshed by notifications, after a reconnection and
 * by a slow poll. What can't be refreshed stays as it was.
 */
export class LiveMemory {
  readonly visitors: VisitorMemory
  private readonly placements = new Map<string, LivePlacement>()
  private readonly campaigns = new Map<string, LiveCampaign>()
  private readonly feeds = new Map<string, FeedIndex>()
  private readonly queue = createRefreshQueue()
  private readonly poll: NodeJS.Timeout
  private readonly listener: { stop(): Promise<void> }
  private loaded = false
  /** Settles after the first attempt to load, well or not. */
  readonly started: Promise<void>

  constructor(
    private readonly db: Database,
    pool: Pool,
    databaseUrl: string,
  ) {
    this.visitors = new VisitorMemory(pool)
    this.started = this.reconcile()
    this.poll = setInterval(() => void this.reconcile(), POLL_EVERY_MS).unref()
    this.listener = listenForChanges(databaseUrl, {
      onChange: (change) => this.onChange(change),
      onReconnect: () => {
        this.visitors.forgetAll()
        void this.reconcile()
      },
    })
  }

  /** False until placements and campaigns were read once. */
  get isLoaded(): boolean {
    return this.loaded
  }

  findPlacement(placementId: string): LivePlacement | undefined {
    return this.placements.get(placementId)
  }

  /** The campaign that serves on this placement now: live, and published with it. */
  findCampaign({ campaignId, id }: LivePlacement): LiveCampaign | undefined {
    const campaign = campaignId === null ? undefined : this.campaigns.get(campaignId)
    return campaign?.prepared.placements.has(id) ? campaign : undefined
  }

  feedsOf(workspaceId: string): FeedIndex {
    return this.feeds.get(workspaceId) ?? EMPTY_FEED_INDEX
  }

  async stop(): Promise<void> {
    clearInterval(this.poll)
    this.queue.stop()
    await this.listener.stop()
  }

  /** Reads what differs from memory, of everything. */
  reconcile(): Promise<void> {
    return this.queue.refresh('everything', async () => {
      const [placements, versions] = await Promise.all([
        listPlacements(this.db, {}),
        listCampaignVersions(this.db, {}),
      ])
      if (!this.loaded) return this.loadFirst(placements, versions)
      await this.settleCampaigns(versions)
      await this.settlePlacements(placements)
      for (const workspaceId of this.workspaceIds()) await this.refreshFeeds(workspaceId)
    })
  }

  /** Fails as a whole: a process that lacks half of its campaigns is not ready. */
  private async loadFirst(
    placements: readonly LivePlacement[],
    versions: readonly { id: string; revision: number }[],
  ): Promise<void> {
    for (const version of versions) await this.applyCampaign(version)
    for (const placement of placements) this.placements.set(placement.id, placement)
    for (const workspaceId of this.workspaceIds()) await this.applyFeeds(workspaceId)
    this.loaded = true
    // What changed while this was read is settled now instead of by the next poll.
    void this.reconcile()
  }

  // What differs may have changed while it was read: it is read again in its own turn, so that a
  // publication or a pause that came meanwhile is never overwritten with what was before it.
  private async settleCampaigns(read: readonly { id: string; revision: number }[]): Promise<void> {
    const live = new Set(read.map(({ id }) => id))
    for (const { id, revision } of read) {
      const isNewest = this.campaigns.get(id)?.snapshot.revision === revision
      await (isNewest ? this.refreshPolicy(id) : this.refreshCampaign(id))
    }
    for (const id of this.campaigns.keys()) if (!live.has(id)) await this.refreshCampaign(id)
  }

  private async settlePlacements(read: readonly LivePlacement[]): Promise<void> {
    const listed = new Map(read.map((placement) => [placement.id, placement]))
    for (const [id, placement] of listed) {
      if (!isDeepStrictEqual(this.placements.get(id), placement)) await this.refreshPlacement(id)
    }
    for (const id of this.placements.keys()) if (!listed.has(id)) await this.refreshPlacement(id)
  }

  private onChange(change: Change): void {
    switch (change.kind) {
      case 'campaign':
        return void this.refreshCampaign(change.campaignId)
      case 'placement':
        return void this.refreshPlacement(change.placementId)
      case 'feed':
        return void this.refreshFeeds(change.workspaceId)
      case 'policy':
        return void this.refreshPolicy(change.campaignId)
      case 'profile':
        return this.visitors.forgetWorkspace(change.workspaceId)
      case 'optOut':
        return this.visitors.forgetVisitor(change.visitorHash)
    }
  }

  private refreshCampaign(campaignId: string): Promise<void> {
    return this.queue.refresh(`campaign ${campaignId}`, async () => {
      const [version] = await listCampaignVersions(this.db, { id: campaignId })
      if (!version) {
        this.campaigns.delete(campaignId)
        return
      }
      await this.applyCampaign(version)
      const placements = await listPlacements(this.db, { campaignId })
      for (const placement of placements) this.placements.set(placement.id, placement)
      await this.refreshFeeds(version.workspaceId)
    })
  }

  private refreshPlacement(placementId: string): Promise<void> {
    return this.queue.refresh(`placement ${placementId}`, async () => {
      const [placement] = await listPlacements(this.db, { id: placementId })
      if (!placement) {
        this.placements.delete(placementId)
        return
      }
      this.placements.set(placementId, placement)
      if (placement.campaignId) void this.refreshCampaign(placement.campaignId)
    })
  }

  private async applyCampaign(version: { id: string; revision: number }): Promise<void> {
    const { id, revision } = version
    const known = this.campaigns.get(id)
    if (known?.snapshot.revision !== revision) {
      const snapshot = await loadSnapshot(this.db, id, revision)
      if (!snapshot) {
        logger.error({ campaignId: id, revision }, 'unreadable snapshot: the previous one serves')
        return
      }
      const campaign = new LiveCampaign(snapshot, known)
      await this.applyPolicy(campaign)
      this.campaigns.set(id, campaign)
      return
    }
    await this.refreshPolicy(id)
  }

  private refreshPolicy(campaignId: string): Promise<void> {
    return this.queue.refresh(`policy ${campaignId}`, async () => {
      const campaign = this.campaigns.get(campaignId)
      if (campaign) await this.applyPolicy(campaign)
    })
  }

  private async applyPolicy({ snapshot, policy }: LiveCampaign): Promise<void> {
    const { campaignId } = snapshot
    const rows = await this.db.policy.findMany({
      where: { campaignId, version: { gt: policy.version } },
      orderBy: { version: 'desc' },
      take: POLICIES_TRIED,
    })
    for (const row of rows) {
      const next = await readLearnedPolicy(row, policySettingsOf(snapshot)).catch(() => null)
      if (next) return policy.replace(next)
      logger.error({ campaignId, version: row.version }, 'unreadable policy left out')
    }
  }

  private refreshFeeds(workspaceId: string): Promise<void> {
    return this.queue.refresh(`feed ${workspaceId}`, () => this.applyFeeds(workspaceId))
  }

  private async applyFeeds(workspaceId: string): Promise<void> {
    const campaigns = [...this.campaigns.values()]
    const names = campaigns
      .filter(({ snapshot }) => snapshot.workspaceId === workspaceId)
      .flatMap(({ feedNames }) => feedNames)
    this.feeds.set(workspaceId, await loadFeedIndex(this.db, workspaceId, names))
  }

  private workspaceIds(): Set<string> {
    return new Set([...this.campaigns.values()].map(({ snapshot }) => snapshot.workspaceId))
  }
}

// Next bundles its routes apart from the light server: only globalThis is one per process.
const processState = globalThis as typeof globalThis & { intarsiaLiveMemory?: LiveMemory }

/** This process' memory; the first call starts to fill it. */
export function getLiveMemory(): LiveMemory {
  processState.intarsiaLiveMemory ??= new LiveMemory(
    getDatabase(),
    getPool(),
    getEnv().DATABASE_URL,
  )
  return processState.intarsiaLiveMemory
}

export async function stopLiveMemory(): Promise<void> {
  await processState.intarsiaLiveMemory?.stop()
  delete processState.intarsiaLiveMemory
}
