import type { PictureKind } from './asset'

export interface PictureShape {
  readonly widthPx: number
  readonly heightPx: number
  readonly hasAlpha: boolean
}

const LOGO_WORDS =
  /(^|[^a-z])(logo|logos|logotype|wordmark|emblem|brandmark|favicon|icon)([^a-z]|$)/
const BACKGROUND_WORDS =
  /(^|[^a-z])(background|backgrounds|backdrop|bg|texture|textures|gradient|wallpaper)([^a-z]|$)/
/** A drawing on nothing, no larger than this, is rarely anything but a logo. */
const LOGO_SIDE_PX = 1_600
const BANNER_RATIO = 3

/**
 * What a picture most likely is, by the name it was saved under with its folders and, once it is
 * here, by its shape. A guess: a person can correct it.
 */
export function guessPictureKind(fileName: string, shape?: PictureShape): PictureKind {
  const words = fileName.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  if (LOGO_WORDS.test(words) || /\.svg$/.test(words)) return 'logo'
  if (BACKGROUND_WORDS.test(words)) return 'background'
  if (!shape) return 'image'
  const { widthPx, heightPx, hasAlpha } = shape
  if (hasAlpha && Math.max(widthPx, heightPx) <= LOGO_SIDE_PX && widthPx / heightPx > 1.8)
    return 'logo'
  return widthPx / heightPx >= BANNER_RATIO ? 'background' : 'image'
}
