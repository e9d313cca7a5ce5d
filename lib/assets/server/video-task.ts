import type { VIDEO_LIMITS, VideoType } from '@/lib/assets/video'

/** What the thread that reads a video is given. */
export interface VideoTask {
  readonly bytes: Uint8Array
  readonly type: VideoType
  readonly limits: Pick<typeof VIDEO_LIMITS, 'tracks' | 'frames' | 'fileSizeBytes'>
}

/** What it answers: what the file says of itself, and its pictures in a new file. */
export type VideoReading =
  | {
      readonly kind: 'ok'
      /** As RFC 6381 writes it: `avc1.64001f`. */
      readonly codec: string
      readonly widthPx: number
      readonly heightPx: number
      readonly durationMs: number
      readonly frames: number
      readonly hasSound: boolean
      readonly bytes: Uint8Array
    }
  | { readonly kind: VideoRefusal }

export type VideoRefusal =
  | 'damaged'
  | 'no_video'
  | 'several_videos'
  | 'too_many_tracks'
  | 'too_many_frames'
  | 'unknown_codec'
