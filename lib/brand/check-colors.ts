import type { BrandKit } from './brand-kit'
import { describeColor, findNearestColor } from './color-distance'
import { createFinding, type Finding } from './finding'

/** Below it a colour is a grey: every brand may use those, black and white included. */
const GREY_CHROMA = 0.02

/** Colours that lie outside of the palette; greys never do. */
export function checkColors(
  { palette }: Pick<BrandKit, 'palette'>,
  colors: readonly { readonly label: string; readonly hex: string }[],
): Finding[] {
  if (!palette) return []
  return colors.flatMap(({ label, hex }) => {
    if (describeColor(hex).chroma < GREY_CHROMA) return []
    const nearest = findNearestColor(palette.colors, hex)
    if (!nearest || nearest.distance <= palette.tolerance) return []
    const { name } = nearest.color
    return [
      createFinding(
        'palette',
        palette,
        `${label} ${hex} is ${nearest.distance.toFixed(2)} from the nearest colour of the palette; ${palette.tolerance.toFixed(2)} is allowed.`,
        `Use ${name} (${nearest.color.hex}).`,
      ),
    ]
  })
}
