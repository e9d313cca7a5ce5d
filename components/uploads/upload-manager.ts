import { requestApi } from '@/components/api/request-api'
import {
  type ChangeUploadFiles,
  isOpen,
  UPLOAD_LIMITS,
  type UploadBatch,
  uploadBatchListSchema,
  uploadBatchSchema,
  type UploadDefaults,
} from '@/lib/uploads/upload'
import type { PictureKind } from '@/lib/assets/asset'
import { z } from 'zod'
import { type Sending, sendFile } from './send-file'
import {
  identifyFile,
  isOrphan,
  isUnderWay,
  listWaiting,
  refuseFile,
  type UploadItem,
} from './upload-item'
import { PosterTaker } from './poster-taker'
import { UploadStore } from './upload-store'

const AT_ONCE = 4
const POLL_MS = 1_500
const RECONNECT_MS = 4_000
const CANCELLABLE: readonly string[] = ['waiting', 'received', 'needs_mapping', 'failed']

/**
 * The uploads of this browser tab. It outlives pages, so that one may go on working in the studio
 * meanwhile; after a reload the server tells what is still missing.
 */
export class UploadManager {
  readonly store = new UploadStore()
  private readonly posters = new PosterTaker((batchId) => this.refresh(batchId))
  private readonly files = new Map<string, File>()
  private readonly sendings = new Map<string, Sending>()
  private pollTimer: ReturnType<typeof setTimeout> | null = null

  /** Reads what the server knows: batches nobody has put away. */
  async load(): Promise<void> {
    await this.store.attempt(async () => {
      const { items } = await requestApi('/api/v1/upload-batches', uploadBatchListSchema)
      for (const { id } of items.toReversed()) {
        if (!this.store.batches.has(id)) this.store.merge(await this.fetchBatch(id))
      }
      this.store.change({ isLoaded: true })
    })
    this.schedulePoll()
  }

  /** Announces files and sends them; those that were announced before are only sent on. */
  async add(
    files: readonly File[],
    defaults: UploadDefaults,
    kindOf: (file: File) => PictureKind | undefined,
  ): Promise<void> {
    const refused: { fileName: string; reason: string }[] = []
    const waiting = listWaiting(this.store.items.values())
    const fresh: File[] = []
    for (const file of files) {
      const fileName = nameOf(file)
      const reason = refuseFile(fileName, file.size)
      const known = waiting.get(identifyFile(fileName, file.size, file.lastModified))
      if (reason) {
        if (reason !== 'skip') refused.push({ fileName, reason })
      } else if (known) this.enqueue(known, file)
      else fresh.push(file)
    }
    this.store.change({ refused: [...this.store.getState().refused, ...refused] })
    for (let at = 0; at < fresh.length; at += UPLOAD_LIMITS.filesPerBatch) {
      await this.announce(fresh.slice(at, at + UPLOAD_LIMITS.filesPerBatch), defaults, kindOf)
    }
  }

  private async announce(
    files: readonly File[],
    defaults: UploadDefaults,
    kindOf: (file: File) => PictureKind | undefined,
  ): Promise<void> {
    await this.store.attempt(async () => {
      const body = {
        defaults,
        files: files.map((file) => ({
          fileName: nameOf(file),
          fileSizeBytes: file.size,
          lastModifiedMs: file.lastModified,
          kind: kindOf(file),
        })),
      }
      const batch = await requestApi('/api/v1/upload-batches', uploadBatchSchema, {
        method: 'POST',
        body,
      })
      this.store.merge(batch)
      for (const [at, { id }] of batch.files.entries()) {
        const file = files[at]
        if (file) this.enqueue(id, file)
      }
    })
  }

  async cancel(ids: readonly string[]): Promise<void> {
    const chosen = ids.filter((id) =>
      CANCELLABLE.includes(this.store.items.get(id)?.server.state ?? ''),
    )
    for (const id of chosen) {
      this.sendings.get(id)?.stop()
      this.files.delete(id)
      this.store.set(id, { sending: 'none' })
    }
    await this.apply(chosen, (fileIds) => ({ action: 'cancel', fileIds }))
  }

  async retry(ids: readonly string[]): Promise<void> {
    await this.apply(ids, (fileIds) => ({ action: 'retry', fileIds }))
    for (const id of ids) {
      const file = this.files.get(id)
      if (file && this.store.items.get(id)?.server.state === 'waiting') this.enqueue(id, file)
    }
  }

  setKind(ids: readonly string[], kind: PictureKind): Promise<void> {
    return this.apply(ids, (fileIds) => ({ action: 'set_kind', fileIds, kind }))
  }

  /** Takes off the list what is over, and what waits for bytes that nobody here has. */
  async clear(): Promise<void> {
    const { items, batches } = this.store
    const orphans = [...items.values()].filter(isOrphan).map(({ server }) => server.id)
    if (orphans.length > 0) await this.cancel(orphans)
    await this.store.attempt(async () => {
      for (const batchId of batches.keys()) {
        const mine = [...items.values()].filter((item) => item.batchId === batchId)
        if (mine.some(({ server }) => isOpen(server.state))) continue
        await requestApi(`/api/v1/upload-batches/${batchId}`, z.object({ id: z.string() }), {
          method: 'DELETE',
        })
        batches.delete(batchId)
        for (const { server } of mine) items.delete(server.id)
      }
      this.store.change({ refused: [] })
    })
  }

  async refresh(batchId: string): Promise<void> {
    await this.store.attempt(async () => this.store.merge(await this.fetchBatch(batchId)))
  }

  private async apply(
    ids: readonly string[],
    describe: (fileIds: string[]) => ChangeUploadFiles,
  ): Promise<void> {
    const byBatch = Map.groupBy(ids, (id) => this.store.items.get(id)?.batchId ?? '')
    await this.store.attempt(async () => {
      for (const [batchId, fileIds] of byBatch) {
        if (!batchId) continue
        const path = `/api/v1/upload-batches/${batchId}/files` as const
        const body = describe(fileIds)
        this.store.merge(await requestApi(path, uploadBatchSchema, { method: 'POST', body }))
      }
    })
    this.schedulePoll()
  }

  private enqueue(id: string, file: File): void {
    this.files.set(id, file)
    this.store.set(id, { sending: 'queued' })
    if (this.store.getState().startedAtMs === null)
      this.store.change({ startedAtMs: performance.now() })
    this.pump()
  }

  private pump(): void {
    if (this.store.getState().isOffline) return
    for (const [id, { sending, server }] of this.store.items) {
      if (this.sendings.size >= AT_ONCE) return
      const file = this.files.get(id)
      if (sending === 'queued' && file && server.state === 'waiting') void this.send(id, file)
    }
  }

  private async send(id: string, file: File): Promise<void> {
    const sending = sendFile(id, file, (sentBytes) => this.store.set(id, { sentBytes }))
    this.sendings.set(id, sending)
    this.store.set(id, { sending: 'sending' })
    const result = await sending.result
    this.sendings.delete(id)
    const item = this.store.items.get(id)
    if (!item) return
    if (result.kind === 'sent') {
      this.files.delete(id)
      this.store.set(id, { sending: 'none', sentBytes: file.size, server: received(item) })
    } else if (result.kind === 'refused') {
      this.store.set(id, {
        sending: 'none',
        server: { ...item.server, state: 'failed', message: result.message, canRetry: false },
      })
    } else if (item.sending === 'sending') {
      this.store.set(id, { sending: 'queued' })
      this.waitForConnection()
    }
    this.pump()
    this.schedulePoll()
  }

  /** Nothing more is sent until the server answers again. */
  private waitForConnection(): void {
    if (this.store.getState().isOffline) return
    this.store.change({ isOffline: true })
    const ask = async () => {
      const answer = await fetch('/api/health/live', { cache: 'no-store' }).catch(() => null)
      if (!answer) {
        setTimeout(() => void ask(), RECONNECT_MS)
        return
      }
      this.store.change({ isOffline: false })
      this.pump()
      this.schedulePoll()
    }
    setTimeout(() => void ask(), RECONNECT_MS)
  }

  private schedulePoll(): void {
    this.posters.take([...this.store.items.values()])
    if (this.pollTimer) return
    const isWaiting = [...this.store.items.values()].some(isUnderWay)
    if (!isWaiting) return
    this.pollTimer = setTimeout(() => {
      this.pollTimer = null
      void this.poll().finally(() => this.schedulePoll())
    }, POLL_MS)
  }

  private async poll(): Promise<void> {
    const open = new Set(
      [...this.store.items.values()]
        .filter(({ server }) => server.state === 'received' || server.state === 'processing')
        .map(({ batchId }) => batchId),
    )
    for (const batchId of open) {
      const since = this.store.batches.get(batchId)
      // A poll that fails is followed by another.
      const batch = await this.fetchBatch(batchId, since).catch(() => null)
      if (batch) this.store.merge(batch)
    }
  }

  private fetchBatch(batchId: string, since?: string): Promise<UploadBatch> {
    const query = since ? (`?since=${encodeURIComponent(since)}` as const) : ''
    return requestApi(`/api/v1/upload-batches/${batchId}${query}`, uploadBatchSchema)
  }
}

function received(item: UploadItem): UploadItem['server'] {
  return item.server.state === 'waiting' ? { ...item.server, state: 'received' } : item.server
}

/** With the folders it was dropped in. */
function nameOf(file: File): string {
  const path: unknown = Reflect.get(file, 'path') ?? file.webkitRelativePath
  const name = typeof path === 'string' && path !== '' ? path : file.name
  return name.replace(/^\.?\/+/, '').slice(-500)
}
