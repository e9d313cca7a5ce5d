import { differenceEuclidean, modeLrgb, modeOklab, modeOklch, modeRgb, useMode } from 'culori/fn'

useMode(modeRgb)
useMode(modeLrgb)
useMode(modeOklab)
const toOklch = useMode(modeOklch)
const distance = differenceEuclidean('oklab')

/**
 * How far two `#rrggbb` colours are apart to the eye: the straight distance in Oklab, of which
 * OKLCH is the polar form (CSS Color 4, ΔEOK). 0.02 is about what can just be seen, black to white
 * is 1.
 */
export function colorDistance(first: string, second: string): number {
  return distance(first, second)
}

export interface NearestColor<Color> {
  readonly color: Color
  readonly distance: number
}

/** The colour of a palette that is nearest to a `#rrggbb`; null of an empty one. */
export function findNearestColor<Color extends { readonly hex: string }>(
  palette: readonly Color[],
  hex: string,
): NearestColor<Color> | null {
  let nearest: NearestColor<Color> | null = null
  for (const color of palette) {
    const away = colorDistance(color.hex, hex)
    if (!nearest || away < nearest.distance) nearest = { color, distance: away }
  }
  return nearest
}

/** Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. */
export function describeColor(hex: string): { lightness: number; chroma: number; hue: number } {
  const color = toOklch(hex)
  return { lightness: color?.l ?? 0, chroma: color?.c ?? 0, hue: color?.h ?? 0 }
}
