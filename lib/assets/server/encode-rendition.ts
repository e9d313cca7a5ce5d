import type { Sharp } from 'sharp'
import type { RenditionFormat } from '@/lib/assets/rendition-recipe'

/** Qualities to try, the best first, and the one that is taken where none of them fits. */
export const RENDITION_QUALITIES: Readonly<
  Record<RenditionFormat, { readonly steps: readonly number[]; readonly lastResort: number }>
> = {
  // AVIF's scale is another: its 55 looks like WebP's 80.
  avif: { steps: [55, 45, 35], lastResort: 20 },
  webp: { steps: [80, 70, 60, 50], lastResort: 30 },
  jpeg: { steps: [80, 70, 60, 50], lastResort: 30 },
  png: { steps: [80, 70, 60, 50], lastResort: 30 },
}

/** Beyond 2, twice the time buys 4 % fewer bytes; from 4 on ten times buys 10 %. */
const AVIF_EFFORT = 2

export function encodeRendition(image: Sharp, format: RenditionFormat, quality: number): Sharp {
  switch (format) {
    case 'avif':
      return image.avif({ quality, effort: AVIF_EFFORT })
    case 'webp':
      return image.webp({ quality, effort: 4, smartSubsample: true })
    case 'png':
      return image.png({ palette: true, quality, effort: 5 })
    case 'jpeg':
      return image.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true })
  }
}
