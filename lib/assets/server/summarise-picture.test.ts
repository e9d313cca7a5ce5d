import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { hammingDistance, NEAR_DUPLICATE_MAX_BITS } from '@/lib/assets/near-duplicate'
import { readFixtureImage } from '@/scripts/testing/fixture-images'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { decodeImage } from './decode-image'
import { summarisePicture } from './summarise-picture'

async function summarise(bytes: Buffer) {
  const decoded = await decodeImage(bytes)
  if (decoded.kind === 'invalid') throw new Error(JSON.stringify(decoded.issues))
  return summarisePicture(decoded.pixels)
}
async function hashOf(bytes: Buffer): Promise<bigint> {
  const { perceptualHash } = await summarise(bytes)
  if (perceptualHash === null) throw new Error('flat')
  return perceptualHash
}

describeFixtures('perceptual hashes of real pictures', 'images/valid/image-size', () => {
  const photo = readFixtureImage('valid/pillow_flower2.webp')
  const others = ['valid/image-size/jpg/large.jpg', 'valid/pillow_hopper.avif']

  it.each([
    ['smaller', () => sharp(photo).resize(200)],
    ['as a poor JPEG', () => sharp(photo).jpeg({ quality: 25 })],
    ['brighter', () => sharp(photo).modulate({ brightness: 1.15 })],
    ['less saturated', () => sharp(photo).modulate({ saturation: 0.6 })],
  ])('recognise a picture that is %s', async (_, change) => {
    const changed = await hashOf(await change().toBuffer())
    expect(hammingDistance(await hashOf(photo), changed)).toBeLessThanOrEqual(
      NEAR_DUPLICATE_MAX_BITS,
    )
  })

  it.each(others)('tell it from %s', async (file) => {
    const other = await hashOf(readFixtureImage(file))
    expect(hammingDistance(await hashOf(photo), other)).toBeGreaterThan(2 * NEAR_DUPLICATE_MAX_BITS)
  })
})

describe('summarisePicture', () => {
  it('names the colours by how much they cover, and passes over what is see-through', async () => {
    const part = (background: string, width: number) =>
      sharp({ create: { width, height: 100, channels: 3, background } })
        .png()
        .toBuffer()
    const bytes = await sharp({
      create: { width: 200, height: 100, channels: 4, background: '#00000000' },
    })
      .composite([
        { input: await part('#1f4a43', 100), left: 0, top: 0 },
        { input: await part('#e03020', 40), left: 100, top: 0 },
      ])
      .png()
      .toBuffer()
    const { dominantColors } = await summarise(bytes)
    const near = (hex: string | undefined, wanted: number[]) =>
      wanted.every(
        (value, at) =>
          Math.abs(parseInt((hex ?? '').slice(1 + 2 * at, 3 + 2 * at), 16) - value) < 12,
      )
    expect(near(dominantColors[0], [0x1f, 0x4a, 0x43])).toBe(true)
    expect(near(dominantColors[1], [0xe0, 0x30, 0x20])).toBe(true)
  })

  it('has no hash for one colour', async () => {
    const create = { width: 64, height: 64, channels: 3, background: '#336699' } as const
    const summary = await summarise(await sharp({ create }).png().toBuffer())
    expect(summary.perceptualHash).toBeNull()
    expect(summary.dominantColors).toEqual(['#336699'])
  })
})
