/** Elements that draw or hold what draws. */
export const SVG_DRAWING_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon ' +
    'linearGradient radialGradient stop clipPath mask style'
  ).split(' '),
)

/** What editors write for themselves: left out without a word. */
export const SVG_IGNORED_ELEMENTS: ReadonlySet<string> = new Set('title desc metadata'.split(' '))

/** Why a drawing with such an element is refused, and what to do about it. */
export const SVG_REFUSED_ELEMENTS: Readonly<Record<string, string>> = {
  script: 'It holds a script. Export it as a plain drawing.',
  foreignObject: 'It holds parts of a web page. Export it as a plain drawing.',
  image: 'It holds a picture. Upload that picture itself, or turn it into shapes.',
  text: 'It holds text in a font. Turn the text into outlines and export it again.',
  a: 'It holds a link. Export it as a plain drawing.',
  filter: 'It holds a filter effect. Flatten the effects and export it again.',
  pattern: 'It holds a pattern. Turn it into shapes and export it again.',
  animate: 'It is animated. Export a still drawing.',
  animateTransform: 'It is animated. Export a still drawing.',
  animateMotion: 'It is animated. Export a still drawing.',
  set: 'It is animated. Export a still drawing.',
}

/** Attributes of geometry and paint; all others are left out. */
export const SVG_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'xmlns id class style transform viewBox preserveAspectRatio version ' +
    'x y width height d points cx cy r rx ry x1 y1 x2 y2 fx fy fr pathLength ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset paint-order color opacity visibility ' +
    'display overflow vector-effect shape-rendering mix-blend-mode isolation ' +
    'clip-path clip-rule clipPathUnits mask mask-type maskUnits maskContentUnits ' +
    'gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity href'
  ).split(' '),
)
