import sharp from 'sharp'
import { createRandom } from '@/lib/math/random'

const JPEG_QUALITY = 90
const GRAIN_SEED = 7
const GRAIN_TILE_PX = 320
/** How strong the grain is, as the standard deviation of its opacity out of 255. */
const GRAIN_STRENGTH = 4

let grain: ReturnType<typeof createGrain> | undefined

/** A scene as a photograph: JPEG in the size it was drawn in, with the fine grain of paper. */
export function renderPhoto(svg: string): Promise<Buffer> {
  grain ??= createGrain()
  return sharp(Buffer.from(svg))
    .composite([{ ...grain, tile: true, blend: 'over' }])
    .flatten()
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer()
}

/** A logo with its transparency. */
export function renderLogo(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** Specks of light and dark, each as see-through as chance has it. */
function createGrain() {
  const random = createRandom(GRAIN_SEED)
  const input = Buffer.alloc(GRAIN_TILE_PX * GRAIN_TILE_PX * 4)
  for (let offset = 0; offset < input.length; offset += 4) {
    const speck = random.nextGaussian() * GRAIN_STRENGTH
    input.fill(speck > 0 ? 255 : 0, offset, offset + 3)
    input[offset + 3] = Math.min(60, Math.abs(speck))
  }
  const raw = { width: GRAIN_TILE_PX, height: GRAIN_TILE_PX, channels: 4 as const }
  return { input, raw }
}
