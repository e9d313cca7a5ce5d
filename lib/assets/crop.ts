import type { PixelBox } from './rendition-box'

export interface FocalPoint {
  /** Ratio of the width from the left, 0 to 1. */
  readonly focalX: number
  /** Ratio of the height from the top, 0 to 1. */
  readonly focalY: number
}

export interface Crop extends FocalPoint {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * The largest part of a picture with the proportions of `box`, as near to centred on the focal
 * point as the edges allow, and where the focal point then lies inside that part. Whole pixels,
 * at least 1 × 1.
 */
export function cropAroundFocalPoint(picture: PixelBox, focal: FocalPoint, box: PixelBox): Crop {
  const ratio = box.widthPx / box.heightPx
  const isTooWide = picture.widthPx / picture.heightPx > ratio
  const widthPx = isTooWide
    ? Math.min(picture.widthPx, Math.max(1, Math.round(picture.heightPx * ratio)))
    : picture.widthPx
  const heightPx = isTooWide
    ? picture.heightPx
    : Math.min(picture.heightPx, Math.max(1, Math.round(picture.widthPx / ratio)))
  const leftPx = startOf(picture.widthPx, widthPx, focal.focalX)
  const topPx = startOf(picture.heightPx, heightPx, focal.focalY)
  return {
    leftPx,
    topPx,
    widthPx,
    heightPx,
    focalX: clampRatio((focal.focalX * picture.widthPx - leftPx) / widthPx),
    focalY: clampRatio((focal.focalY * picture.heightPx - topPx) / heightPx),
  }
}

function startOf(wholePx: number, partPx: number, focal: number): number {
  const start = Math.round(focal * wholePx - partPx / 2)
  return Math.min(Math.max(start, 0), wholePx - partPx)
}

function clampRatio(value: number): number {
  return Math.min(Math.max(value, 0), 1)
}
