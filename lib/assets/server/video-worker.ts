import { parentPort, workerData } from 'node:worker_threads'
import {
  BufferSource,
  BufferTarget,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { VideoReading, VideoTask } from './video-task'

// A chunk of its own in the build; elsewhere Node runs this very file and strips its types. So it
// imports nothing of ours but types.

/**
 * Reads the one video track of a file and writes its pictures into a new file; nothing is decoded.
 * Whatever the parser stumbles on is damage.
 */
async function read({ bytes, type, limits }: VideoTask): Promise<VideoReading> {
  const source = new BufferSource(bytes)
  const input = new Input({ source, formats: [type === 'mp4' ? MP4 : WEBM] })
  const tracks = await input.getTracks()
  if (tracks.length > limits.tracks) return { kind: 'too_many_tracks' }
  const [track, ...others] = await input.getVideoTracks()
  if (!track) return { kind: 'no_video' }
  if (others.length > 0) return { kind: 'several_videos' }
  const config = await track.getDecoderConfig()
  const codec = await track.getCodec()
  if (!config || !codec) return { kind: 'unknown_codec' }
  const packets: EncodedPacket[] = []
  let packetBytes = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    packets.push(packet)
    packetBytes += packet.byteLength
    if (packets.length > limits.frames) return { kind: 'too_many_frames' }
    if (packetBytes > limits.fileSizeBytes) return { kind: 'damaged' }
  }
  const [first] = packets
  if (!first || (await track.determinePacketType(first)) !== 'key') return { kind: 'damaged' }
  const startS = Math.min(...packets.map(({ timestamp }) => timestamp))
  const endS = Math.max(...packets.map(({ timestamp, duration }) => timestamp + duration))
  const shifted = packets.map((packet) => packet.clone({ timestamp: packet.timestamp - startS }))
  return {
    kind: 'ok',
    codec: config.codec,
    widthPx: await track.getDisplayWidth(),
    heightPx: await track.getDisplayHeight(),
    durationMs: Math.round((endS - startS) * 1_000),
    frames: packets.length,
    hasSound: (await input.getAudioTracks()).length > 0,
    bytes: await write(track, shifted, codec, config, type),
  }
}

async function write(
  track: InputVideoTrack,
  packets: readonly EncodedPacket[],
  codec: ConstructorParameters<typeof EncodedVideoPacketSource>[0],
  decoderConfig: VideoDecoderConfig,
  type: VideoTask['type'],
): Promise<Uint8Array> {
  const target = new BufferTarget()
  const format =
    type === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation() })
  await output.start()
  for (const packet of packets) await source.add(packet, { decoderConfig })
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

const reading = await read(workerData as VideoTask).catch((): VideoReading => ({ kind: 'damaged' }))
parentPort?.postMessage(reading)
