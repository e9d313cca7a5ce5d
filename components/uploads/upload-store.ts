import type { UploadBatch } from '@/lib/uploads/upload'
import { isUnderWay, type UploadItem } from './upload-item'

const EMIT_MS = 200

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

/** What the screens see of the uploads of this browser tab. */
export class UploadStore {
  private state = EMPTY
  private emitTimer: ReturnType<typeof setTimeout> | null = null
  private readonly listeners = new Set<() => void>()
  readonly items = new Map<string, UploadItem>()
  /** Of each batch, until when the server's news of it are known. */
  readonly batches = new Map<string, string>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly getState = (): UploadsState => this.state

  /** Takes in what the server says of a batch. */
  merge(batch: UploadBatch): void {
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

  set(id: string, next: Partial<UploadItem>): void {
    const item = this.items.get(id)
    if (!item) return
    this.items.set(id, { ...item, ...next })
    this.emit()
  }

  /** Does something whose failure people are told. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      if (this.state.failure) this.change({ failure: null })
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'It did not work. Try again.'
      this.change({ failure })
    }
  }

  change(next: Partial<UploadsState>): void {
    this.state = { ...this.state, ...next }
    this.emit()
  }

  /** Hundreds of files report progress many times a second; a screen needs five. */
  private emit(): void {
    this.emitTimer ??= setTimeout(() => {
      this.emitTimer = null
      const items = [...this.items.values()]
      const isBusy = items.some(isUnderWay)
      const startedAtMs = isBusy ? (this.state.startedAtMs ?? performance.now()) : null
      this.state = { ...this.state, items, startedAtMs }
      for (const listener of this.listeners) listener()
    }, EMIT_MS)
  }
}
