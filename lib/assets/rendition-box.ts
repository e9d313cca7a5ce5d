import type { AdSize } from '@/lib/decision/ad-size'
import type { PictureKind } from './asset'

export interface PixelBox {
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * What is kept of a picture for each ad size, in CSS pixels. Templates show different parts of an
 * ad size (a strip of 728x90 is full bleed in one and a tile in another), so the box is wide and
 * high enough for all of them and the template crops the rest around the focal point.
 */
export const PICTURE_BOXES: Readonly<Record<AdSize, PixelBox>> = {
  '300x250': { widthPx: 300, heightPx: 250 },
  '728x90': { widthPx: 728, heightPx: 260 },
  '160x600': { widthPx: 300, heightPx: 600 },
  '320x50': { widthPx: 320, heightPx: 160 },
  '300x600': { widthPx: 450, heightPx: 600 },
  '970x250': { widthPx: 970, heightPx: 400 },
  '336x280': { widthPx: 336, heightPx: 280 },
  '320x100': { widthPx: 320, heightPx: 160 },
  native: { widthPx: 480, heightPx: 300 },
}

/** Logos are never cropped: they are made to fit inside. */
export const LOGO_BOXES: Readonly<Record<AdSize, PixelBox>> = {
  '300x250': { widthPx: 120, heightPx: 40 },
  '728x90': { widthPx: 120, heightPx: 40 },
  '160x600': { widthPx: 120, heightPx: 40 },
  '320x50': { widthPx: 60, heightPx: 30 },
  '300x600': { widthPx: 160, heightPx: 60 },
  '970x250': { widthPx: 160, heightPx: 60 },
  '336x280': { widthPx: 120, heightPx: 40 },
  '320x100': { widthPx: 96, heightPx: 32 },
  native: { widthPx: 120, heightPx: 40 },
}

/** Share of an ad size's initial weight limit that one picture may take. */
export const RENDITION_WEIGHT_SHARE: Readonly<Record<PictureKind, number>> = {
  image: 0.6,
  background: 0.6,
  logo: 0.1,
}

/** The largest tile of a layout that shows products. Products are never cropped. */
export const PRODUCT_BOXES: Readonly<Record<AdSize, PixelBox>> = {
  '300x250': { widthPx: 276, heightPx: 112 },
  '728x90': { widthPx: 124, heightPx: 78 },
  '160x600': { widthPx: 144, heightPx: 236 },
  '320x50': { widthPx: 54, heightPx: 42 },
  '300x600': { widthPx: 276, heightPx: 306 },
  '970x250': { widthPx: 330, heightPx: 218 },
  '336x280': { widthPx: 308, heightPx: 128 },
  '320x100': { widthPx: 100, heightPx: 88 },
  native: { widthPx: 276, heightPx: 268 },
}

/** Of three side by side, each may take so much of an ad size's initial weight limit. */
export const PRODUCT_WEIGHT_SHARE = 0.2
