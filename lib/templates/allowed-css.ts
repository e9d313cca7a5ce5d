/** Properties by name, and by what their names begin with: `border` allows `border-top-color`. */
const PROPERTY_FAMILIES: ReadonlySet<string> = new Set([
  ...['align', 'animation', 'aspect', 'background', 'block', 'border', 'bottom', 'box', 'clip'],
  ...['color', 'column', 'columns', 'container', 'content', 'counter', 'display', 'fill', 'filter'],
  ...['flex', 'float', 'font', 'gap', 'grid', 'height', 'hyphens', 'image', 'inline', 'inset'],
  ...['isolation', 'justify', 'left', 'letter', 'line', 'list', 'margin', 'max', 'min', 'mix'],
  ...['object', 'opacity', 'order', 'outline', 'overflow', 'padding', 'perspective', 'place'],
  ...['position', 'right', 'rotate', 'row', 'scale', 'stroke', 'text', 'top', 'transform'],
  ...['transition', 'translate', 'unicode', 'vertical', 'visibility', 'white', 'width', 'word'],
  ...['writing', 'z', 'mask', 'backdrop', 'accent', 'stop'],
])
const VENDOR_PROPERTIES: ReadonlySet<string> = new Set([
  ...['-webkit-line-clamp', '-webkit-box-orient', '-webkit-background-clip'],
  ...['-webkit-text-fill-color', '-webkit-text-stroke'],
])

export function isAllowedProperty(name: string): boolean {
  if (name.startsWith('--')) return /^--[A-Za-z][\w-]{0,60}$/.test(name)
  if (name.startsWith('-')) return VENDOR_PROPERTIES.has(name)
  return PROPERTY_FAMILIES.has(name.split('-')[0] ?? '')
}

/** Everything that computes, paints or moves; nothing that loads or reads the document. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['calc', 'min', 'max', 'clamp', 'round', 'mod', 'abs', 'sign', 'sqrt', 'pow', 'sin', 'cos'],
  ...['var', 'rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color'],
  ...['color-mix', 'light-dark', 'linear-gradient', 'radial-gradient', 'conic-gradient'],
  ...['repeating-linear-gradient', 'repeating-radial-gradient', 'repeating-conic-gradient'],
  ...['translate', 'translatex', 'translatey', 'translate3d', 'scale', 'scalex', 'scaley'],
  ...['rotate', 'rotatex', 'rotatey', 'rotatez', 'skew', 'skewx', 'skewy', 'matrix'],
  ...['perspective', 'cubic-bezier', 'steps', 'linear', 'blur', 'brightness', 'contrast'],
  ...['drop-shadow', 'grayscale', 'hue-rotate', 'invert', 'opacity', 'saturate', 'sepia'],
  ...['inset', 'circle', 'ellipse', 'polygon', 'path', 'minmax', 'repeat', 'fit-content'],
  ...['counter', 'counters'],
])

export const PSEUDO_CLASSES: ReadonlySet<string> = new Set([
  ...['first-child', 'last-child', 'only-child', 'nth-child', 'nth-last-child', 'first-of-type'],
  ...['last-of-type', 'only-of-type', 'nth-of-type', 'nth-last-of-type', 'empty', 'not', 'is'],
  ...['where', 'hover', 'dir', 'lang', 'root'],
])

export const PSEUDO_ELEMENTS: ReadonlySet<string> = new Set([
  ...['before', 'after', 'first-line', 'first-letter'],
])

/** What the ad's own element says of itself, and a style may ask for. */
export const ROOT_ATTRIBUTES: ReadonlySet<string> = new Set(['data-size', 'dir', 'lang'])

export const AT_RULES: ReadonlySet<string> = new Set(['media', 'container', 'keyframes'])
