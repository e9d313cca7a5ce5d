import { checkVideo, VIDEO_LIMITS, type VideoFacts } from '@/lib/assets/video'
import { detectVideoType } from './detect-video-type'
import { hashBytes } from './hash-bytes'
import { type ImageIssue, refuseImage as refuse } from './inspect-image'
import { readVideo } from './read-video'
import type { VideoRefusal } from './video-task'

/** A video as it is stored: its pictures in a file that this server wrote. */
export interface MadeVideo extends VideoFacts {
  readonly sha256: string
  readonly contentType: 'video/mp4' | 'video/webm'
  readonly bytes: Buffer
  /** Whether the file that was sent had sound; what is stored has none. */
  readonly hadSound: boolean
}

export type VideoResult =
  { kind: 'ok'; video: MadeVideo } | { kind: 'invalid'; issues: readonly ImageIssue[] }

const REFUSALS: Readonly<Record<VideoRefusal, string>> = {
  damaged: 'The video is damaged: it ends early, or it is not what its beginning says.',
  no_video: 'The file has no video in it.',
  several_videos: 'The file has more than one video in it. Save one of them.',
  too_many_tracks: 'The video has too many tracks.',
  too_many_frames: `The video has more than ${VIDEO_LIMITS.frames.toLocaleString('en')} pictures: make it shorter, or show fewer a second.`,
  unknown_codec: 'The video is in a format that browsers do not play. Save it as H.264 or VP9.',
}

/**
 * Checks a video and writes its pictures into a new file, without decoding them: sound, places,
 * names, other tracks and whatever else was in the file stay behind, and an MP4 begins with its
 * index so that it plays while it loads. The same pictures give the same bytes.
 */
export async function makeVideo(bytes: Uint8Array, timeoutMs?: number): Promise<VideoResult> {
  if (bytes.byteLength > VIDEO_LIMITS.fileSizeBytes) {
    return refuse(`The video is larger than ${VIDEO_LIMITS.fileSizeBytes / 1e6} MB.`)
  }
  const detected = detectVideoType(bytes)
  if (detected.kind === 'none') return refuse('This is not a video. Use an MP4 or a WebM.')
  if (detected.kind === 'invalid') return refuse(detected.message)
  const { type } = detected
  const reading = await readVideo(bytes, type, timeoutMs)
  if (reading.kind !== 'ok') return refuse(REFUSALS[reading.kind])
  const { codec, widthPx, heightPx, durationMs, frames, hasSound: hadSound } = reading
  const facts = { type, codec, widthPx, heightPx, durationMs, frames }
  const refusal = checkVideo(facts)
  if (refusal) return refuse(refusal)
  const read = Buffer.from(reading.bytes)
  if (read.byteLength === 0) return refuse(REFUSALS.damaged)
  const written = type === 'mp4' ? clearTimes(read) : read
  return {
    kind: 'ok',
    video: {
      ...facts,
      hadSound,
      sha256: hashBytes(written),
      contentType: `video/${type}`,
      bytes: written,
    },
  }
}

/** Boxes that say when a file was made (ISO/IEC 14496-12, 8.2.2, 8.3.2 and 8.4.2), version 0. */
const DATED_BOXES = ['mvhd', 'tkhd', 'mdhd']
const VERSION_AND_FLAGS_BYTES = 4
const BOTH_TIMES_BYTES = 8

/** The same video of another day is the same video. */
function clearTimes(mp4: Buffer): Buffer {
  const index = mp4.subarray(0, mp4.indexOf('mdat'))
  for (const name of DATED_BOXES) {
    const at = index.indexOf(name) + name.length
    index.fill(0, at + VERSION_AND_FLAGS_BYTES, at + VERSION_AND_FLAGS_BYTES + BOTH_TIMES_BYTES)
  }
  return mp4
}
