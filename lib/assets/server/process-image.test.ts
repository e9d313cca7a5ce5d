import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { AD_SIZES, adSizeSchema } from '@/lib/decision/ad-size'
import { RENDITION_WEIGHT_SHARE } from '@/lib/assets/rendition-box'
import {
  IMAGE_MANIFEST,
  listFixtureImages,
  readFixtureImage as read,
  storedSize,
} from '@/scripts/testing/fixture-images'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { makeMaster, processImage } from './process-image'

const centre = { focalX: 0.5, focalY: 0.5 }

describeFixtures('the fixture images', IMAGE_MANIFEST, () => {
  const { usable, drawings, refused } = listFixtureImages()

  it('has both kinds', () => {
    expect(usable.length).toBeGreaterThan(100)
    expect(refused.length).toBeGreaterThan(25)
  })

  it.each(usable)(
    'takes $file in its real size, without metadata',
    async (entry) => {
      const result = await makeMaster(read(entry.file))
      if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues))
      const stored = await sharp(result.master.bytes).metadata()
      expect([stored.width, stored.height]).toEqual(storedSize(entry))
      expect(stored.exif ?? stored.xmp ?? stored.iptc ?? stored.icc).toBeUndefined()
      expect(stored.orientation ?? 1).toBe(1)
      expect(stored.format).toBe('webp')
      expect(result.master.blurDataUrl.length).toBeLessThan(1500)
      expect(result.master.dominantColors.join(' ')).toMatch(/^#[0-9a-f]{6}( #[0-9a-f]{6})*$/)
    },
    30_000,
  )

  it.each(refused)(
    'refuses $file with a reason',
    async (entry) => {
      const result = await makeMaster(read(entry.file))
      expect(result.kind).toBe('invalid')
      if (result.kind === 'invalid') expect(result.issues[0]?.message.length).toBeGreaterThan(10)
    },
    15_000,
  )

  it.each(drawings)(
    'draws $file and keeps only the picture',
    async ({ file, width, height }) => {
      const result = await makeMaster(read(file))
      if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues))
      const { widthPx, heightPx, bytes } = result.master
      expect(Math.max(widthPx, heightPx)).toBeGreaterThan(1_900)
      expect(widthPx / heightPx).toBeCloseTo((width ?? 0) / (height ?? 1), 1)
      expect((await sharp(bytes).metadata()).format).toBe('webp')
    },
    30_000,
  )

  it.each(['image-size/jpg/large.jpg', 'pillow_pil_sample_cmyk.jpg', 'pillow_transparent.png'])(
    'renders %s for every ad size within its weight',
    async (file) => {
      const result = await processImage(read(`valid/${file}`), 'image', centre)
      if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues))
      const { renditions } = result.image
      const keys = renditions.map((r) => `${r.size} ${r.format} ${r.density}`)
      expect(new Set(keys).size).toBe(keys.length)
      const formats = new Set(renditions.map((r) => `${r.size} ${r.format}`))
      expect(formats.size).toBe(2 * adSizeSchema.options.length)
      for (const rendition of renditions) {
        const limit = AD_SIZES[rendition.size].initialKb * 1000 * RENDITION_WEIGHT_SHARE.image
        expect(rendition.bytes.byteLength).toBeLessThanOrEqual(limit)
        const metadata = await sharp(rendition.bytes).metadata()
        expect(metadata).toMatchObject({
          format: rendition.format,
          width: rendition.widthPx,
          height: rendition.heightPx,
          space: 'srgb',
        })
        expect(metadata.exif).toBeUndefined()
      }
    },
    30_000,
  )

  it('gives the same hash for one picture with and without its GPS position', async () => {
    const original = read('exif/pillow_exif_gps.jpg')
    const stripped = withoutExif(original)
    expect([original.includes('Exif'), stripped.includes('Exif')]).toEqual([true, false])
    const [first, second] = await Promise.all([makeMaster(original), makeMaster(stripped)])
    if (first.kind !== 'ok' || second.kind !== 'ok') throw new Error('refused')
    expect(first.master.sha256).toBe(second.master.sha256)
  })
})

/** Cuts the first Exif (APP1) segment out of a JPEG file. */
function withoutExif(jpeg: Buffer): Buffer {
  const start = jpeg.indexOf('Exif') - 4
  return Buffer.concat([
    jpeg.subarray(0, start),
    jpeg.subarray(start + 2 + jpeg.readUInt16BE(start + 2)),
  ])
}

describe('processImage', () => {
  it('steps quality and density down until noise fits the weight of 320x50', async () => {
    const noise = await sharp({
      create: {
        width: 640,
        height: 640,
        channels: 3,
        background: '#888888',
        noise: { type: 'gaussian', mean: 128, sigma: 90 },
      },
    })
      .png()
      .toBuffer()
    const result = await processImage(noise, 'image', centre)
    if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues))
    for (const rendition of result.image.renditions.filter((r) => r.size === '320x50')) {
      expect(rendition.bytes.byteLength).toBeLessThanOrEqual(30_000)
      expect(rendition.widthPx).toBeLessThan(640)
    }
  }, 30_000)

  it('keeps what the focal point names', async () => {
    const left = await sharp({
      create: { width: 500, height: 1000, channels: 3, background: '#ff0000' },
    })
      .png()
      .toBuffer()
    const picture = await sharp({
      create: { width: 2000, height: 1000, channels: 3, background: '#0000ff' },
    })
      .composite([{ input: left, left: 0, top: 0 }])
      .jpeg()
      .toBuffer()
    const result = await processImage(picture, 'image', { focalX: 0.1, focalY: 0.5 })
    if (result.kind === 'invalid') throw new Error('refused')
    const tall = result.image.renditions.find((r) => r.size === '160x600' && r.format === 'jpeg')
    const { dominant } = await sharp(tall?.bytes).stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.b).toBeLessThan(60)
  }, 30_000)

  it('refuses what is too large before reading it', async () => {
    const result = await makeMaster(Buffer.alloc(10_000_001))
    expect(result).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'file', message: 'The file is larger than 10 MB.' }],
    })
  })

  it('refuses more frames than it takes', async () => {
    const frame = { width: 16, height: 16, channels: 3 as const }
    const frames = await Promise.all(
      Array.from({ length: 51 }, (_, index) =>
        sharp({ create: { ...frame, background: { r: index * 5, g: 0, b: 255 - index * 5 } } })
          .png()
          .toBuffer(),
      ),
    )
    const animation = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer()
    const result = await makeMaster(animation)
    expect(result.kind === 'invalid' && result.issues[0]?.message).toContain('51 frames')
  })
})
