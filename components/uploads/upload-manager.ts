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
import { identifyFile, refuseFile, type UploadItem } from './upload-item'

const AT_ONCE = 4
const POLL_MS = 1_500
const EMIT_MS = 200
const RECONNECT_MS = 4_000
const CANCELLABLE: readonly string[] = ['waiting', 'received', 'needs_mapping', 'failed']

export interface UploadsState {
  /** In the order in which they were added; grows at its end. */
  readonly items: readonly UploadItem[]
  readonly isOffline: boolean
  readonly isLoaded: boolean
  /** What was refused before anything was sent. */
  readonly refused: readonly { fileName: string; reason: string }[]
  /** A failure of the page itself, for people. */
  readonly failure: string | null
  /** When the work that is under way began, and what had been done by then. */
  readonly startedAtMs: number | null
}

const EMPTY: UploadsState = {
  items: [],
  isOffline: false,
  isLoaded: false,
  refused: [],
  failure: null,
  startedAtMs: null,
}

/**
 * The uploads of this browser tab. It outlives pages, so that one may go on working in the studio
 * meanwhile; after a reload the server tells what is still missing.
 */
export class UploadManager {
  private state = EMPTY
  private readonly items = new Map<string, UploadItem>()
  private readonly files = new Map<string, File>()
  private readonly sendings = new Map<string, Sending>()
  private readonly batches = new Map<string, string>()
  private readonly listeners = new Set<() => void>()
  private emitTimer: ReturnType<typeof setTimeout> | null = null
  private pollTimer: ReturnType<typeof setTimeout> | null = null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly getState = (): UploadsState => this.state

  /** Reads what the server knows: batches nobody has put away. */
  async load(): Promise<void> {
    await this.attempt(async () => {
      const { items } = await requestApi('/api/v1/upload-batches', uploadBatchListSchema)
      for (const { id } of items.toReversed()) {
        if (!this.batches.has(id)) this.merge(await this.fetchBatch(id))
      }
      this.change({ isLoaded: true })
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
    const waiting = this.listWaiting()
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
    this.change({ refused: [...this.state.refused, ...refused] })
    for (let at = 0; at < fresh.length; at += UPLOAD_LIMITS.filesPerBatch) {
      await this.announce(fresh.slice(at, at + UPLOAD_LIMITS.filesPerBatch), defaults, kindOf)
    }
  }

  private async announce(
    files: readonly File[],
    defaults: UploadDefaults,
    kindOf: (file: File) => PictureKind | undefined,
  ): Promise<void> {
    await this.attempt(async () => {
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
      this.merge(batch)
      for (const [at, { id }] of batch.files.entries()) {
        const file = files[at]
        if (file) this.enqueue(id, file)
      }
    })
  }

  async cancel(ids: readonly string[]): Promise<void> {
    const chosen = ids.filter((id) => CANCELLABLE.includes(this.items.get(id)?.server.state ?? ''))
    for (const id of chosen) {
      this.sendings.get(id)?.stop()
      this.files.delete(id)
      this.set(id, { sending: 'none' })
    }
    await this.apply(chosen, (fileIds) => ({ action: 'cancel', fileIds }))
  }

  async retry(ids: readonly string[]): Promise<void> {
    await this.apply(ids, (fileIds) => ({ action: 'retry', fileIds }))
    for (const id of ids) {
      const file = this.files.get(id)
      if (file && this.items.get(id)?.server.state === 'waiting') this.enqueue(id, file)
    }
  }

  setKind(ids: readonly string[], kind: PictureKind): Promise<void> {
    return this.apply(ids, (fileIds) => ({ action: 'set_kind', fileIds, kind }))
  }

  /** Takes everything that is over off the list. */
  async clear(): Promise<void> {
    await this.attempt(async () => {
      for (const batchId of this.batches.keys()) {
        const mine = [...this.items.values()].filter((item) => item.batchId === batchId)
        if (mine.some(({ server }) => isOpen(server.state))) continue
        await requestApi(`/api/v1/upload-batches/${batchId}`, z.object({ id: z.string() }), {
          method: 'DELETE',
        })
        this.batches.delete(batchId)
        for (const { server } of mine) this.items.delete(server.id)
      }
      this.change({ refused: [] })
    })
  }

  async refresh(batchId: string): Promise<void> {
    await this.attempt(async () => this.merge(await this.fetchBatch(batchId)))
  }

  private async apply(
    ids: readonly string[],
    describe: (fileIds: string[]) => ChangeUploadFiles,
  ): Promise<void> {
    const byBatch = Map.groupBy(ids, (id) => this.items.get(id)?.batchId ?? '')
    await this.attempt(async () => {
      for (const [batchId, fileIds] of byBatch) {
        if (!batchId) continue
        const path = `/api/v1/upload-batches/${batchId}/files` as const
        const body = describe(fileIds)
        this.merge(await requestApi(path, uploadBatchSchema, { method: 'POST', body }))
      }
    })
    this.schedulePoll()
  }

  private enqueue(id: string, file: File): void {
    this.files.set(id, file)
    this.set(id, { sending: 'queued' })
    if (this.state.startedAtMs === null) this.change({ startedAtMs: performance.now() })
    this.pump()
  }

  private pump(): void {
    if (this.state.isOffline) return
    for (const [id, { sending, server }] of this.items) {
      if (this.sendings.size >= AT_ONCE) return
      const file = this.files.get(id)
      if (sending === 'queued' && file && server.state === 'waiting') void this.send(id, file)
    }
  }

  private async send(id: string, file: File): Promise<void> {
    const sending = sendFile(id, file, (sentBytes) => this.set(id, { sentBytes }))
    this.sendings.set(id, sending)
    this.set(id, { sending: 'sending' })
    const result = await sending.result
    this.sendings.delete(id)
    const item = this.items.get(id)
    if (!item) return
    if (result.kind === 'sent') {
      this.files.delete(id)
      this.set(id, { sending: 'none', sentBytes: file.size, server: received(item) })
    } else if (result.kind === 'refused') {
      this.set(id, {
        sending: 'none',
        server: { ...item.server, state: 'failed', message: result.message, canRetry: false },
      })
    } else if (item.sending === 'sending') {
      this.set(id, { sending: 'queued' })
      this.waitForConnection()
    }
    this.pump()
    this.schedulePoll()
  }

  /** Nothing more is sent until the server answers again. */
  private waitForConnection(): void {
    if (this.state.isOffline) return
    this.change({ isOffline: true })
    const ask = async () => {
      const answer = await fetch('/api/health/live', { cache: 'no-store' }).catch(() => null)
      if (!answer) {
        setTimeout(() => void ask(), RECONNECT_MS)
        return
      }
      this.change({ isOffline: false })
      this.pump()
      this.schedulePoll()
    }
    setTimeout(() => void ask(), RECONNECT_MS)
  }

  private schedulePoll(): void {
    if (this.pollTimer) return
    const isWaiting = [...this.items.values()].some(
      ({ server, sending }) => isOpen(server.state) && !isOrphan(server.state, sending),
    )
    if (!isWaiting) return
    this.pollTimer = setTimeout(() => {
      this.pollTimer = null
      void this.poll().finally(() => this.schedulePoll())
    }, POLL_MS)
  }

  private async poll(): Promise<void> {
    const open = new Set(
      [...this.items.values()]
        .filter(({ server }) => server.state === 'received' || server.state === 'processing')
        .map(({ batchId }) => batchId),
    )
    for (const batchId of open) {
      const since = this.batches.get(batchId)
      // A poll that fails is followed by another.
      const batch = await this.fetchBatch(batchId, since).catch(() => null)
      if (batch) this.merge(batch)
    }
  }

  private fetchBatch(batchId: string, since?: string): Promise<UploadBatch> {
    const query = since ? (`?since=${encodeURIComponent(since)}` as const) : ''
    return requestApi(`/api/v1/upload-batches/${batchId}${query}`, uploadBatchSchema)
  }

  private merge(batch: UploadBatch): void {
    this.batches.set(batch.id, batch.asOf)
    for (const server of batch.files) {
      const known = this.items.get(server.id)
      this.items.set(server.id, {
        batchId: batch.id,
        sentBytes: known?.sentBytes ?? 0,
        sending: server.state === 'waiting' ? (known?.sending ?? 'none') : 'none',
        server,
      })
    }
    this.emit()
  }

  private listWaiting(): Map<string, string> {
    return new Map(
      [...this.items.values()]
        .filter(({ server, sending }) => server.state === 'waiting' && sending === 'none')
        .map(({ server: { id, fileName, fileSizeBytes, lastModifiedMs } }) => [
          identifyFile(fileName, fileSizeBytes, lastModifiedMs),
          id,
        ]),
    )
  }

  private set(id: string, next: Partial<UploadItem>): void {
    const item = this.items.get(id)
    if (!item) return
    this.items.set(id, { ...item, ...next })
    this.emit()
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      if (this.state.failure) this.change({ failure: null })
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'It did not work. Try again.'
      this.change({ failure })
    }
  }

  private change(next: Partial<UploadsState>): void {
    this.state = { ...this.state, ...next }
    this.emit()
  }

  /** Hundreds of files report progress many times a second; a screen needs five. */
  private emit(): void {
    this.emitTimer ??= setTimeout(() => {
      this.emitTimer = null
      const items = [...this.items.values()]
      const isBusy = items.some(
        ({ server, sending }) => isOpen(server.state) && !isOrphan(server.state, sending),
      )
      const startedAtMs = isBusy ? (this.state.startedAtMs ?? performance.now()) : null
      this.state = { ...this.state, items, startedAtMs }
      for (const listener of this.listeners) listener()
    }, EMIT_MS)
  }
}

/** Announced, and nobody here has the bytes: it waits for a person. */
function isOrphan(state: string, sending: UploadItem['sending']): boolean {
  return state === 'waiting' && sending === 'none'
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
