/** What a short film of the library may be; an ad loads far less by itself (`isLightEnough`). */
export const VIDEO_LIMITS = {
  fileSizeBytes: 10_000_000,
  durationMs: 30_000,
  /** The longer side, in pixels. */
  sidePx: 1_920,
  smallestSidePx: 16,
  frames: 1_800,
  tracks: 8,
} as const

export type VideoType = 'mp4' | 'webm'

/** A video as it is stored: one track of pictures and nothing else. */
export interface VideoFacts {
  readonly type: VideoType
  readonly widthPx: number
  readonly heightPx: number
  readonly durationMs: number
  readonly frames: number
  /** As RFC 6381 writes it: `avc1.64001f`. */
  readonly codec: string
}

/** What ads of today's browsers play without asking: 8 bits a channel, 4:2:0. */
const PLAYED_CODECS: readonly RegExp[] = [
  // Baseline, Main, Extended and High of H.264.
  /^avc[13]\.(42|4d|58|64)/i,
  /^vp8$/,
  /^vp09\.00\./,
  /^av01\.0\.[^.]+\.08/,
]

/** Why a video cannot be used in an ad, for people; null when it can. */
export function checkVideo({ codec, widthPx, heightPx, durationMs }: VideoFacts): string | null {
  if (!PLAYED_CODECS.some((pattern) => pattern.test(codec))) {
    return 'Not every browser plays this video. Save it as H.264, VP8, VP9 or AV1 with 8 bits a colour.'
  }
  const sides = `The video has ${widthPx} × ${heightPx} pixels`
  if (!(Math.min(widthPx, heightPx) >= VIDEO_LIMITS.smallestSidePx)) return `${sides}: too few.`
  if (Math.max(widthPx, heightPx) > VIDEO_LIMITS.sidePx) {
    return `${sides}: at most ${VIDEO_LIMITS.sidePx.toLocaleString('en')} a side are accepted.`
  }
  if (!(durationMs > 0)) return 'The video has no duration.'
  if (durationMs <= VIDEO_LIMITS.durationMs) return null
  const seconds = Math.ceil(durationMs / 1_000).toLocaleString('en')
  return `The video takes ${seconds} s: at most ${VIDEO_LIMITS.durationMs / 1_000} s are accepted.`
}

/** `0:07`, as players write it. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
