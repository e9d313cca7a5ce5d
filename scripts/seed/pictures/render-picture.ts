import sharp from 'sharp'

const JPEG_QUALITY = 90

/** A scene as a photograph: JPEG in the size it was drawn in. */
export function renderPhoto(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).jpeg({ quality: JPEG_QUALITY }).toBuffer()
}

/** A logo with its transparency. */
export function renderLogo(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png().toBuffer()
}
