import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import {
  SVG_ATTRIBUTES,
  SVG_DRAWING_ELEMENTS,
  SVG_IGNORED_ELEMENTS,
  SVG_REFUSED_ELEMENTS,
} from './svg-allow-list'

export const SVG_LIMITS = {
  fileSizeBytes: 1_000_000,
  depth: 40,
  elements: 5_000,
  /** Elements that are drawn once every `use` is put in place. */
  drawnElements: 20_000,
} as const

export type CleanSvg =
  | { kind: 'ok'; svg: string; drawAt: (natural: Box, drawn: Box) => string }
  | { kind: 'invalid'; message: string }

export interface Box {
  readonly widthPx: number
  readonly heightPx: number
}

/** A node as fast-xml-parser keeps order: one key with the children, and `:@` with the attributes. */
type XmlNode = Record<string, unknown>

const DAMAGED = 'The drawing is damaged: it is not well-formed XML.'

class SvgRefusal extends Error {}

const ATTRIBUTES = ':@'
const options = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' } as const
const parser = new XMLParser({
  ...options,
  // Entities stay as they are written, so none is ever expanded.
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
})
const builder = new XMLBuilder({ ...options, processEntities: false, suppressEmptyNode: true })

/**
 * A drawing with nothing in it but shapes and paint, by a list of what is allowed: no script, no
 * link, no reference outside of the file, no text, filter or animation, and bounded work however
 * its parts refer to each other. What could be meant to be seen is refused with a reason rather
 * than dropped; editors' own data is dropped. `drawAt` gives the same drawing in another size.
 */
export function cleanSvg(text: string): CleanSvg {
  try {
    if (text.length > SVG_LIMITS.fileSizeBytes) refuse('The drawing is larger than 1 MB.')
    if (/<!DOCTYPE[^>]*\[/i.test(text) || /<!ENTITY/i.test(text)) {
      refuse('It defines entities of its own. Export it as a plain drawing.')
    }
    if (XMLValidator.validate(text) !== true) refuse(DAMAGED)
    const nodes = parser.parse(text) as XmlNode[]
    const [root, ...others] = nodes.flatMap(cleanTop)
    if (!root || others.length > 0 || tagOf(root) !== 'svg') {
      refuse('The file is not an SVG drawing.')
    }
    checkReferences(root)
    return {
      kind: 'ok',
      svg: builder.build([root]),
      drawAt: (natural, drawn) => builder.build([resize(root, natural, drawn)]),
    }
  } catch (error) {
    if (error instanceof SvgRefusal) return { kind: 'invalid', message: error.message }
    return { kind: 'invalid', message: DAMAGED }
  }
}

/** Widths in em or inches are scaled by no two renderers alike: pixels are. */
function resize(root: XmlNode, natural: Box, drawn: Box): XmlNode {
  const attributes = attributesOf(root)
  const viewBox = attributes['viewBox'] ?? `0 0 ${natural.widthPx} ${natural.heightPx}`
  const size = { viewBox, width: drawn.widthPx, height: drawn.heightPx }
  return { ...root, [ATTRIBUTES]: { ...attributes, ...size } }
}

function refuse(message: string): never {
  throw new SvgRefusal(message)
}

function cleanTop(node: XmlNode): XmlNode[] {
  const tag = tagOf(node)
  if (tag === '?xml' || tag === '#text') return []
  if (tag.startsWith('?')) refuse('It names a style sheet outside of the file.')
  let count = 0
  return clean(node, 0, () => {
    count += 1
    if (count > SVG_LIMITS.elements) refuse('It has too many shapes. Simplify it.')
  })
}

function clean(node: XmlNode, depth: number, countElement: () => void): XmlNode[] {
  const tag = tagOf(node)
  if (tag === '#text' || SVG_IGNORED_ELEMENTS.has(tag) || tag.includes(':')) return []
  if (!SVG_DRAWING_ELEMENTS.has(tag)) {
    const reason = Object.hasOwn(SVG_REFUSED_ELEMENTS, tag) && SVG_REFUSED_ELEMENTS[tag]
    refuse(reason || `It holds something that cannot be drawn safely (${tag.slice(0, 30)}).`)
  }
  if (depth > SVG_LIMITS.depth) refuse('Its groups are nested too deeply. Simplify it.')
  countElement()
  const attributes = { [ATTRIBUTES]: cleanAttributes(node) }
  if (tag === 'style') return [{ style: [{ '#text': cleanStyle(node) }], ...attributes }]
  const children = childrenOf(node).flatMap((child) => clean(child, depth + 1, countElement))
  return [{ [tag]: children, ...attributes }]
}

function cleanAttributes(node: XmlNode): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [rawName, rawValue] of Object.entries(attributesOf(node))) {
    const value = String(rawValue)
    const name = rawName === 'xlink:href' ? 'href' : rawName
    if (/^on/i.test(name)) refuse('It holds a script. Export it as a plain drawing.')
    if (!SVG_ATTRIBUTES.has(name)) continue
    if (name === 'href' && !/^#[\w.:-]+$/.test(value)) refuse(OUTSIDE)
    if (name !== 'href') checkStyle(value)
    kept[name] = value
  }
  return kept
}

const OUTSIDE = 'It refers to something outside of the file. Export it with everything inside.'

function cleanStyle(node: XmlNode): string {
  const css = childrenOf(node)
    .map((child) => String(child['#text'] ?? ''))
    .join('')
  checkStyle(css)
  if (/[<@&]/.test(css.replaceAll('&amp;', ''))) refuse(OUTSIDE)
  return css
}

/** CSS may name parts of the drawing, nothing else; escapes could hide an address. */
function checkStyle(css: string): void {
  if (/\\/.test(css) || /&#/.test(css)) refuse(OUTSIDE)
  const withoutLocal = css.replace(/url\(\s*(['"]?|&quot;)#[\w.:-]+\1\s*\)/gi, '')
  if (/url\s*\(|@import|javascript:|data:|expression\s*\(/i.test(withoutLocal)) refuse(OUTSIDE)
}

interface Part {
  readonly elements: number
  /** Whether it, or a part of it, draws another part of the file. */
  readonly refers: boolean
}

/** Parts that hold references themselves are refused, so nothing can multiply. */
function checkReferences(root: XmlNode): void {
  const masked = listMaskedClasses(root)
  const parts = new Map<string, Part>()
  measure(root, masked, parts)
  let drawn = 0
  walk(root, (node) => {
    if (tagOf(node) === 'use') {
      const target = parts.get(String(attributesOf(node)['href'] ?? '').slice(1))
      if (target?.refers)
        refuse('Its symbols hold other symbols. Flatten them and export it again.')
      drawn += target?.elements ?? 0
    }
    if (tagOf(node) === 'mask' || tagOf(node) === 'clipPath') {
      if (measure(node, masked, new Map()).refers) refuse('Its masks are nested. Flatten them.')
    }
  })
  if (drawn > SVG_LIMITS.drawnElements) refuse('Its symbols are repeated too often. Simplify it.')
}

/** Classes whose style masks or clips; such styles may be given by class only. */
function listMaskedClasses(root: XmlNode): ReadonlySet<string> {
  const classes = new Set<string>()
  walk(root, (node) => {
    if (tagOf(node) !== 'style') return
    const css = String(childrenOf(node)[0]?.['#text'] ?? '')
    for (const [, selectors = '', block = ''] of css.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
      if (!/mask|clip-path/i.test(block)) continue
      for (const selector of selectors.split(',').map((part) => part.trim())) {
        if (!/^\.[\w-]+$/.test(selector)) refuse('Its masks are set by a rule that is too general.')
        classes.add(selector.slice(1))
      }
    }
  })
  return classes
}

function measure(node: XmlNode, masked: ReadonlySet<string>, parts: Map<string, Part>): Part {
  const inner = childrenOf(node).map((child) => measure(child, masked, parts))
  const part = {
    elements: 1 + inner.reduce((sum, { elements }) => sum + elements, 0),
    refers: tagOf(node) === 'use' || isMasked(node, masked) || inner.some(({ refers }) => refers),
  }
  const { id } = attributesOf(node)
  if (id !== undefined) parts.set(String(id), part)
  return part
}

function isMasked(node: XmlNode, masked: ReadonlySet<string>): boolean {
  const attributes = attributesOf(node)
  const classes = String(attributes['class'] ?? '').split(/\s+/)
  return (
    attributes['mask'] !== undefined ||
    attributes['clip-path'] !== undefined ||
    /mask|clip/i.test(String(attributes['style'] ?? '')) ||
    classes.some((name) => masked.has(name))
  )
}

function walk(node: XmlNode, visit: (node: XmlNode) => void): void {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

function tagOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? ''
}

function childrenOf(node: XmlNode): XmlNode[] {
  const children = node[tagOf(node)]
  return Array.isArray(children) ? (children as XmlNode[]) : []
}

function attributesOf(node: XmlNode): Record<string, unknown> {
  return (node[ATTRIBUTES] ?? {}) as Record<string, unknown>
}
