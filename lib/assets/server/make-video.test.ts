import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectVideoType } from './detect-video-type'
import { makeVideo, type MadeVideo } from './make-video'

const FOLDER = 'scripts/testing/videos'
const MP4 = readFileSync(`${FOLDER}/h264-with-sound.mp4`)
const WEBM = readFileSync(`${FOLDER}/vp8.webm`)

async function made(bytes: Uint8Array): Promise<MadeVideo> {
  const result = await makeVideo(bytes)
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.video
}
async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await makeVideo(bytes)
  return result.kind === 'invalid' ? (result.issues[0]?.message ?? '') : 'accepted'
}
/** The 32-bit number that follows a box's name and so many more bytes, changed. */
function patch(bytes: Buffer, name: string, offset: number, value: number): Buffer {
  const changed = Buffer.from(bytes)
  const at = changed.indexOf(name)
  expect(at).toBeGreaterThan(0)
  changed.writeUInt32BE(value, at + name.length + offset)
  return changed
}

describe('makeVideo', { timeout: 120_000 }, () => {
  it('reads what a browser recorded and keeps its pictures only', async () => {
    const video = await made(MP4)
    expect(video).toMatchObject({
      ...{ type: 'mp4', contentType: 'video/mp4', widthPx: 320, heightPx: 180 },
      ...{ frames: 18, hadSound: true, codec: expect.stringMatching(/^avc1\./) },
    })
    expect(video.durationMs).toBeGreaterThan(1_000)
    expect(video.durationMs).toBeLessThan(1_500)
    expect(MP4.includes('Opus')).toBe(true)
    expect(video.bytes.includes('Opus')).toBe(false)
    expect(await made(WEBM)).toMatchObject({ type: 'webm', codec: 'vp8', hadSound: false })
  })

  it('puts the index of an MP4 before its pictures', async () => {
    const { bytes } = await made(MP4)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    expect(bytes.includes('moof')).toBe(false)
  })

  it('gives the same bytes for the same pictures, whatever else is in the file', async () => {
    for (const source of [MP4, WEBM]) {
      const first = await made(source)
      const again = await made(first.bytes)
      expect(again.sha256).toBe(first.sha256)
    }
    const place = Buffer.from('\0\0\0\x1eudta\0\0\0\x16\xa9xyz\0\x0a\0\0+52.5+13.4/', 'latin1')
    const tagged = await made(Buffer.concat([MP4, place]))
    expect(tagged.sha256).toBe((await made(MP4)).sha256)
    expect(tagged.bytes.includes('+52.5')).toBe(false)
  })

  it('takes nothing over of what hides behind a video', async () => {
    const script = Buffer.from('<script>alert(1)</script>PK\x03\x04')
    const { bytes } = await made(Buffer.concat([MP4, script]))
    expect(bytes.includes('<script>')).toBe(false)
    expect(bytes.includes('PK\x03\x04')).toBe(false)
  })

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'This is not a video'],
    ['nothing', Buffer.alloc(0), 'This is not a video'],
    ['a page', Buffer.from('<!doctype html><video>'), 'This is not a video'],
    ['QuickTime', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1'), 'QuickTime'],
    ['Matroska', Buffer.from('\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska', 'latin1'), 'Matroska'],
    ['the beginning of an MP4', MP4.subarray(0, 40), 'no video'],
    ['the beginning of a WebM', WEBM.subarray(0, 60), 'no video'],
    ['more pictures than there is room for', patch(MP4, 'trun', 4, 0xffffffff), 'damaged'],
    ['an MP4 under WebM’s name', Buffer.concat([WEBM.subarray(0, 64), MP4]), 'damaged'],
    ['ftyp and nothing else', MP4.subarray(0, MP4.readUInt32BE(0)), ''],
    ['a box larger than the file', patch(MP4, 'moov', -8, 0x7fffffff), ''],
    [
      'a codec nobody plays',
      Buffer.from(MP4.toString('latin1').replaceAll('avc1', 'hvc1'), 'latin1'),
      '',
    ],
    ['more than 10 MB', Buffer.concat([MP4, Buffer.alloc(10_000_000)]), 'larger than 10 MB'],
  ])('refuses %s in words', async (_, bytes, words) => {
    const message = await refusal(bytes)
    expect(message).not.toBe('accepted')
    expect(message).toContain(words)
  })

  it('refuses a video that is too large on the screen', async () => {
    const wide = Buffer.from(MP4)
    // The sample entry: 24 bytes behind its name stand width and height (ISO/IEC 14496-12, 12.1.3).
    const at = wide.indexOf('avc1', wide.indexOf('stsd')) + 4
    wide.writeUInt16BE(8_000, at + 24)
    wide.writeUInt16BE(4_000, at + 26)
    expect(await refusal(wide)).toMatch(/8000|8,000|pixels/)
  })

  it('answers whatever the file says, and never with more than it was given', async () => {
    const start = { mp4: MP4, webm: WEBM }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('mp4' as const, 'webm' as const),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async (type, edits, kept) => {
          const bytes = Buffer.from(start[type].subarray(0, start[type].length * kept))
          for (const [place, value] of edits) bytes[Math.floor(place * bytes.length)] = value
          const result = await makeVideo(bytes, 1_000)
          if (result.kind === 'invalid') expect(result.issues[0]?.message).toBeTruthy()
          else expect(result.video.bytes.length).toBeLessThan(bytes.length + 20_000)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('detectVideoType', () => {
  it('leaves pictures in the same kind of file to the pictures', () => {
    const avif = Buffer.from('\0\0\0\x14ftypavif\0\0\0\0mif1', 'latin1')
    expect(detectVideoType(avif)).toEqual({ kind: 'none' })
    expect(detectVideoType(new Uint8Array(0))).toEqual({ kind: 'none' })
  })
})
