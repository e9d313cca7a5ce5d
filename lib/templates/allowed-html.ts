export const HTML_ELEMENTS: ReadonlySet<string> = new Set([
  ...['div', 'span', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header'],
  ...['footer', 'main', 'figure', 'figcaption', 'strong', 'em', 'b', 'i', 'small', 'sup', 'sub'],
  ...['ul', 'ol', 'li', 'br', 'hr', 'img'],
])

/** Shapes and gradients: nothing that loads, runs, animates or holds HTML. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon', 'defs'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'title', 'desc'],
])

export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img'])

const TOKENS = /^[\w -]{0,120}$/
const LABEL = /^[^<>]{0,200}$/u

/** Attributes of any HTML element, with what their value may be. */
const GLOBAL_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  dir: /^(ltr|rtl|auto)$/,
  lang: /^[A-Za-z0-9-]{1,35}$/,
  role: /^[a-z]{1,30}$/,
  'aria-hidden': /^(true|false)$/,
  'aria-label': LABEL,
}

const IMAGE_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  alt: LABEL,
  width: /^\d{1,4}$/,
  height: /^\d{1,4}$/,
}

const SVG_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['viewBox', 'width', 'height', 'preserveAspectRatio', 'fill', 'fill-opacity', 'fill-rule'],
  ...['clip-rule', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
  ...['stroke-opacity', 'stroke-dasharray', 'stroke-miterlimit', 'd', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'fx', 'fy', 'points', 'transform', 'offset', 'stop-color'],
  ...['stop-opacity', 'gradientUnits', 'gradientTransform', 'clipPathUnits', 'spreadMethod'],
])
const SVG_VALUE = /^[\w\s.,#%()+-]*$/
const SVG_REFERENCE = /^url\(#([\w-]{1,60})\)$/

/** Raster pictures inside the source: they load nothing, and none of these formats runs anything. */
export const RASTER_DATA = /^data:image\/(?:png|jpeg|webp|gif|avif);base64,[A-Za-z0-9+/]+={0,2}$/

/** Every class and id of a team is renamed, so that none of ours can be meant. */
export const TEAM_PREFIX = 't-'

/** The attribute as it may be written; null for one that may not. */
export function cleanAttribute(element: string, name: string, value: string): string | null {
  if (name === 'class') return TOKENS.test(value) ? renameClasses(value) : null
  const rule = GLOBAL_ATTRIBUTES[name] ?? (element === 'img' ? IMAGE_ATTRIBUTES[name] : undefined)
  if (rule) return rule.test(value) ? value : null
  return element === 'img' && name === 'src' && RASTER_DATA.test(value) ? value : null
}

export function cleanSvgAttribute(name: string, value: string): string | null {
  if (name === 'id') return /^[\w-]{1,60}$/.test(value) ? TEAM_PREFIX + value : null
  const own = cleanAttribute('svg', name, value)
  if (own !== null) return own
  if (name === 'clip-path' || name === 'fill' || name === 'stroke') {
    const id = SVG_REFERENCE.exec(value)?.[1]
    if (id !== undefined) return `url(#${TEAM_PREFIX}${id})`
    if (name === 'clip-path') return null
  }
  return SVG_ATTRIBUTES.has(name) && SVG_VALUE.test(value) && !/url/i.test(value) ? value : null
}

export function renameClasses(value: string): string {
  return value
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => TEAM_PREFIX + name)
    .join(' ')
}
