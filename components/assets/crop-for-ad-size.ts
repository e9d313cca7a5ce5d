import { type Crop, cropAroundFocalPoint, type FocalPoint } from '@/lib/assets/crop'
import { PICTURE_BOXES, type PixelBox } from '@/lib/assets/rendition-box'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

/**
 * What is seen of a picture that fills an ad of one size, in pixels of the picture: the rendition
 * is cut around the focal point, and the browser cuts further by `object-position`.
 */
export function cropForAdSize(
  picture: PixelBox,
  focal: FocalPoint,
  size: AdSize,
): Omit<Crop, keyof FocalPoint> {
  const rendition = cropAroundFocalPoint(picture, focal, PICTURE_BOXES[size])
  const { widthPx, heightPx } = AD_SIZES[size]
  const scale = Math.min(rendition.widthPx / widthPx, rendition.heightPx / heightPx)
  const seen = { widthPx: widthPx * scale, heightPx: heightPx * scale }
  return {
    ...seen,
    leftPx: rendition.leftPx + (rendition.widthPx - seen.widthPx) * rendition.focalX,
    topPx: rendition.topPx + (rendition.heightPx - seen.heightPx) * rendition.focalY,
  }
}
