import { readFileSync } from 'node:fs'
import { fixturePath, hasFixture, readFixture } from './fixtures'

export const IMAGE_MANIFEST = 'images/manifest.dev.json'
/** What an upload may weigh. */
const LIMIT_BYTES = 10_000_000
/** Of the long side of a stored picture. */
const LONGEST_PX = 2_560
const ACCEPTED = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

/** What the manifest of ../shared/fixtures/images says of a file; `decode` is the truth. */
export interface FixtureImage {
  readonly file: string
  readonly bytes: number
  readonly format?: string
  readonly width?: number
  readonly height?: number
  readonly orientation?: number
  readonly gps?: boolean
  readonly decode?: string
}

/** Drawings that show something and hold nothing but shapes: drawn, and kept as a picture. */
const PLAIN_DRAWINGS = new Set(
  ['exponent-width-height', 'units-inches', 'viewbox-units', 'viewbox', 'viewbox-lowercase'].map(
    (name) => `valid/image-size/svg/${name}.svg`,
  ),
)

/** The pictures that have to be taken, the drawings too, and the files to refuse with a reason. */
export function listFixtureImages(): {
  usable: FixtureImage[]
  drawings: FixtureImage[]
  refused: FixtureImage[]
} {
  const all = readFixture<FixtureImage[]>(IMAGE_MANIFEST).filter(({ file }) =>
    hasFixture(`images/${file}`),
  )
  const usable = all.filter(
    ({ decode, format = '', bytes }) =>
      decode === 'ok' && ACCEPTED.has(format) && bytes <= LIMIT_BYTES,
  )
  const drawings = all.filter(({ file }) => PLAIN_DRAWINGS.has(file))
  const taken = new Set([...usable, ...drawings])
  return { usable, drawings, refused: all.filter((image) => !taken.has(image)) }
}

/** Width and height in pixels once it is stored: the right way up and no larger than we keep. */
export function storedSize({ width = 0, height = 0, orientation = 1 }: FixtureImage): number[] {
  const scale = Math.min(1, LONGEST_PX / Math.max(width, height))
  const sides = orientation >= 5 ? [height, width] : [width, height]
  return sides.map((side) => Math.round(side * scale))
}

export function readFixtureImage(file: string): Buffer {
  return readFileSync(fixturePath(`images/${file}`))
}
