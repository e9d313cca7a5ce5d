import { openPixels, type Pixels } from './decode-image'

/** Less than this is rounding of the sides, not another shape. */
const TOLERANCE = 0.01

/** The middle of a picture in the shape (width over height) of what it stands for. */
export async function cutToRatio(pixels: Pixels, ratio: number): Promise<Pixels> {
  const { widthPx, heightPx, channels } = pixels
  const own = widthPx / heightPx
  if (Math.abs(own / ratio - 1) < TOLERANCE) return pixels
  const width = own > ratio ? Math.max(1, Math.round(heightPx * ratio)) : widthPx
  const height = own > ratio ? heightPx : Math.max(1, Math.round(widthPx / ratio))
  const { data } = await openPixels(pixels)
    .extract({
      left: Math.floor((widthPx - width) / 2),
      top: Math.floor((heightPx - height) / 2),
      width,
      height,
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, widthPx: width, heightPx: height, channels }
}
