import { createRandom, type Random } from '@/lib/math/random'

export const canvasWidth = 1600
export const canvasHeight = 1200

export type Stop = readonly [offset: number, color: string, opacity?: number]
export type Point = readonly [x: number, y: number]

/** Collects the shapes of one SVG picture. The same calls on the same seed give the same text. */
export class Canvas {
  readonly random: Random
  private readonly definitions: string[] = []
  private readonly shapes: string[] = []
  private nextId = 0

  constructor(
    seed: number,
    readonly width = canvasWidth,
    readonly height = canvasHeight,
  ) {
    this.random = createRandom(seed)
  }

  add(...markup: string[]): this {
    this.shapes.push(...markup)
    return this
  }

  /** A paint that runs from one point of the picture to another. */
  linear(from: Point, to: Point, stops: readonly Stop[]): string {
    const ends = `x1="${num(from[0])}" y1="${num(from[1])}" x2="${num(to[0])}" y2="${num(to[1])}"`
    return this.define(
      'linearGradient',
      `gradientUnits="userSpaceOnUse" ${ends}`,
      writeStops(stops),
    )
  }

  /** A paint from top to bottom between two heights. */
  fade(top: number, bottom: number, stops: readonly Stop[]): string {
    return this.linear([0, top], [0, bottom], stops)
  }

  radial(centre: Point, radius: number, stops: readonly Stop[]): string {
    const place = `cx="${num(centre[0])}" cy="${num(centre[1])}" r="${num(radius)}"`
    return this.define(
      'radialGradient',
      `gradientUnits="userSpaceOnUse" ${place}`,
      writeStops(stops),
    )
  }

  /** The name of a blur, for `filter=`. */
  blur(deviation: number): string {
    const box = 'x="-50%" y="-50%" width="200%" height="200%"'
    return this.define('filter', box, `<feGaussianBlur stdDeviation="${num(deviation)}"/>`)
  }

  clip(markup: string): string {
    return this.define('clipPath', '', markup)
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random.next()
  }

  /** Corners a little darker than the middle, which holds the eye there. */
  finish(): this {
    const { width, height } = this
    const corners = this.radial([width / 2, height * 0.46], width * 0.68, [
      [0.55, '#0b1218', 0],
      [1, '#0b1218', 0.34],
    ])
    return this.add(rect(0, 0, width, height, corners))
  }

  toSvg(): string {
    const { width, height } = this
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${this.definitions.join('')}</defs>${this.shapes.join('')}</svg>`
  }

  private define(element: string, attributes: string, content: string): string {
    const id = `d${this.nextId++}`
    this.definitions.push(`<${element} id="${id}" ${attributes}>${content}</${element}>`)
    return `url(#${id})`
  }
}

function writeStops(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`,
    )
    .join('')
}

/** One decimal: enough for pixels, and no platform prints it differently. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function rect(x: number, y: number, w: number, h: number, fill: string, more = ''): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${fill}" ${more}/>`
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="${fill}" ${more}/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = '') {
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="${fill}" ${more}/>`
}

export function shape(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`
}

export function polygon(points: readonly Point[], fill: string, more = ''): string {
  return `<polygon points="${points.map(([x, y]) => `${num(x)},${num(y)}`).join(' ')}" fill="${fill}" ${more}/>`
}

/** A line with round ends, straight through points or along a path. */
export function stroke(
  line: readonly Point[] | string,
  color: string,
  width: number,
  more = '',
): string {
  const d = typeof line === 'string' ? line : trace(line)
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

export function group(attributes: string, ...markup: string[]): string {
  return `<g ${attributes}>${markup.join('')}</g>`
}

export function at(x: number, y: number, scale: number, ...markup: string[]): string {
  return group(
    `transform="translate(${num(x)} ${num(y)}) scale(${Math.round(scale * 1000) / 1000})"`,
    ...markup,
  )
}

export function trace(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('')
}
