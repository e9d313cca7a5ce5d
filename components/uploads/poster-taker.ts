import { captureEarlyFrame } from '@/components/assets/capture-frame'
import { sendPoster } from '@/components/assets/send-poster'
import { lacksPoster, type UploadItem } from './upload-item'

/**
 * Gives each video that was added an early frame as its poster, one after the other. A video this
 * browser does not play stays without: its own page says so.
 */
export class PosterTaker {
  private readonly tried = new Set<string>()
  private isAtWork = false

  constructor(private readonly onTaken: (batchId: string) => Promise<void>) {}

  take(items: readonly UploadItem[]): void {
    if (!this.isAtWork) void this.work(items.filter(lacksPoster))
  }

  private async work(items: readonly UploadItem[]): Promise<void> {
    this.isAtWork = true
    for (const { server, batchId } of items) {
      const { asset } = server
      if (!asset?.video || this.tried.has(asset.id)) continue
      this.tried.add(asset.id)
      try {
        await sendPoster(asset.id, await captureEarlyFrame(asset.video.url))
        await this.onTaken(batchId)
      } catch {
        // The list goes on saying that it needs one.
      }
    }
    this.isAtWork = false
  }
}
