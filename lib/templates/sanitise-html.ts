import { type DefaultTreeAdapterTypes as Tree, html as spec, parseFragment } from 'parse5'
import type { TeamTemplate, TemplateSlot } from '@/lib/decision/team-template'
import {
  cleanAttribute,
  cleanSvgAttribute,
  HTML_ELEMENTS,
  RASTER_DATA,
  renameClasses,
  SVG_ELEMENTS,
  VOID_ELEMENTS,
} from './allowed-html'
import { readSlot, type SlotFault } from './read-slot'
import { START, TEMPLATE_LIMITS, type TemplateFinding } from './template-source'

export interface CleanHtml {
  /** Safe HTML, cut at its slots. */
  readonly pieces: TeamTemplate['pieces']
  readonly findings: readonly TemplateFinding[]
}

interface Walk {
  readonly pieces: (string | TemplateSlot)[]
  readonly findings: TemplateFinding[]
  elements: number
}

/**
 * The tree of a team's HTML, written anew with nothing in it but allowed elements and attributes.
 * Whatever is left out is a finding. Total: never throws, whatever the text.
 */
export function sanitiseHtml(source: string): CleanHtml {
  const state: Walk = { pieces: [], findings: [], elements: 0 }
  const tree = parseFragment(source, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => {
      if (state.findings.length > 40) return
      state.findings.push({
        ...{ rule: 'html-syntax', severity: 'warning', source: 'html' },
        ...{ line: startLine, column: startCol, fix: 'Write it as HTML asks for.' },
        message: `Browsers read this in their own way (${code.replaceAll('-', ' ')}).`,
      })
    },
  })
  for (const node of tree.childNodes) writeNode(node, 1, state)
  return { pieces: joinTexts(state.pieces), findings: state.findings }
}

function writeNode(node: Tree.ChildNode, depth: number, state: Walk): void {
  if (node.nodeName === '#text' && 'value' in node) state.pieces.push(escapeText(node.value))
  else if ('tagName' in node) writeElement(node, depth, state)
}

function writeElement(element: Tree.Element, depth: number, state: Walk): void {
  const { tagName, namespaceURI, childNodes } = element
  state.elements += 1
  if (depth > TEMPLATE_LIMITS.depth || state.elements > TEMPLATE_LIMITS.elements) {
    if (state.elements === TEMPLATE_LIMITS.elements + 1 || depth === TEMPLATE_LIMITS.depth + 1) {
      const { depth: levels, elements } = TEMPLATE_LIMITS
      const fix = `Keep to ${elements} elements, ${levels} levels deep.`
      report(state, element, ['error', 'html-size', 'The template is too large.', fix])
    }
    return
  }
  const isSvg = namespaceURI === spec.NS.SVG
  const isAllowed = isSvg
    ? SVG_ELEMENTS.has(tagName)
    : namespaceURI === spec.NS.HTML && HTML_ELEMENTS.has(tagName)
  if (!isAllowed) return report(state, element, describeElement(tagName))
  const slotName = element.attrs.find(({ name }) => name === 'data-slot')
  if (slotName && !isSvg) return writeSlot(element, state)
  const open = writeOpen(element, isSvg, state)
  if (tagName === 'img') checkImage(element, state)
  if (isSvg && tagName === 'svg') checkDrawing(element, state)
  state.pieces.push(open)
  if (!isSvg && VOID_ELEMENTS.has(tagName)) return
  for (const child of childNodes) writeNode(child, depth + 1, state)
  state.pieces.push(`</${tagName}>`)
}

function writeSlot(element: Tree.Element, state: Walk): void {
  const { tagName, attrs, childNodes } = element
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]))
  const inner = childNodes.filter((child) => 'tagName' in child)
  if (inner.length > 0) {
    report(state, element, [
      'error',
      'slot-content',
      'A slot holds nothing but its default text.',
      SLOT_FIX,
    ])
    return
  }
  const text = childNodes.map((child) => ('value' in child ? child.value : '')).join('')
  const slot = readSlot({ element: tagName, attributes, text }, (fault) =>
    report(state, element, fault),
  )
  if (!slot) return
  if (state.pieces.some((piece) => typeof piece !== 'string' && piece.kind === slot.kind)) {
    const fix = 'Keep one of them; move it with [data-size="…"] where sizes differ.'
    report(state, element, ['error', 'slot-twice', `The slot “${slot.kind}” is there twice.`, fix])
    return
  }
  const isPicture = tagName === 'img'
  const open = writeOpen(element, false, state)
  const classNames = renameClasses(attributes.get('class') ?? '')
  const isPlain = /^[\w -]*$/.test(classNames)
  const around = isPicture ? { open: '', close: '' } : { open, close: `</${tagName}>` }
  state.pieces.push({ ...slot, ...around, classNames: isPicture && isPlain ? classNames : '' })
}

const SLOT_FIX = 'Put the element around the slot instead, or take it out.'

/** The start tag with the attributes that may stay. */
function writeOpen(element: Tree.Element, isSvg: boolean, state: Walk): string {
  const { tagName, attrs } = element
  const isSlot = attrs.some(({ name }) => name === 'data-slot')
  const written = attrs.flatMap(({ name, value, prefix }) => {
    if (isMarker(name, isSlot)) return []
    const clean = prefix
      ? null
      : isSvg
        ? cleanSvgAttribute(name, value)
        : cleanAttribute(tagName, name, value)
    if (clean !== null) return [` ${name}="${escapeText(clean)}"`]
    // The parser notes namespaces by itself.
    if (name !== 'xmlns') report(state, element, describeAttribute(name, value), name)
    return []
  })
  return `<${tagName}${written.join('')}>`
}

function isMarker(name: string, isSlot: boolean): boolean {
  if (!isSlot) return false
  return ['data-slot', 'data-fit', 'data-hide'].includes(name) || name.startsWith('data-default-')
}

function checkImage(element: Tree.Element, state: Walk): void {
  const valueOf = (wanted: string) => element.attrs.find(({ name }) => name === wanted)?.value
  if (valueOf('alt') === undefined) {
    const fix = 'Add alt="…" in words, or alt="" if it is decoration.'
    report(state, element, [
      'error',
      'alt',
      'The picture says nothing to whoever can’t see it.',
      fix,
    ])
  }
  if (!RASTER_DATA.test(valueOf('src') ?? '')) {
    const fix = 'Mark it as a slot (data-slot="image"), or give it a data: URI.'
    report(state, element, [
      'error',
      'image-source',
      'The picture has no source that may be loaded.',
      fix,
    ])
  }
}

function checkDrawing(element: Tree.Element, state: Walk): void {
  const { attrs, childNodes } = element
  const has = (wanted: string) => attrs.some(({ name }) => name === wanted)
  const hasTitle = childNodes.some(({ nodeName }) => nodeName === 'title')
  if (has('aria-hidden') || has('aria-label') || hasTitle) return
  const fix = 'Add aria-hidden="true" to decoration, or a <title>.'
  report(state, element, ['warning', 'alt', 'The drawing has no name.', fix])
}

function describeElement(name: string): SlotFault {
  const message = `<${name.slice(0, 30)}> isn’t allowed in a template.`
  const fix: Readonly<Record<string, string>> = {
    script: 'Take it out: an ad runs no scripts but Intarsia’s own.',
    style: 'Move its rules to the CSS.',
    link: 'Move its rules to the CSS.',
    a: 'Use <span>: the whole ad is one link.',
    button: 'Use <span>: the whole ad is one link.',
    video: 'Use <img data-slot="image">: it shows videos too.',
    picture: 'Use <img data-slot="image">: its formats are added.',
  }
  const rule =
    name === 'a' || name === 'button'
      ? 'click-area'
      : `html-${name === 'script' ? 'script' : 'element'}`
  return ['error', rule, message, fix[name] ?? 'Use <div> or <span>.']
}

function describeAttribute(name: string, value: string): SlotFault {
  const short = name.slice(0, 30)
  if (/^on/i.test(name) || /^\s*(?:javascript|vbscript):/i.test(value)) {
    return [
      'error',
      'html-script',
      `${short} would run a script.`,
      'Take it out: an ad runs no scripts but Intarsia’s own.',
    ]
  }
  if (name === 'style')
    return [
      'error',
      'html-style',
      'Styles aren’t kept on elements.',
      'Give it a class, and write the rule in the CSS.',
    ]
  if (name === 'id') return ['error', 'html-attribute', 'Ids aren’t kept.', 'Use a class.']
  return [
    'error',
    'html-attribute',
    `The attribute ${short} isn’t allowed with this value.`,
    'Take it out.',
  ]
}

function report(
  state: Walk,
  { sourceCodeLocation }: Pick<Tree.Element, 'sourceCodeLocation'>,
  [severity, rule, message, fix]: SlotFault,
  attribute?: string,
): void {
  const own = attribute === undefined ? undefined : sourceCodeLocation?.attrs?.[attribute]
  const at = own ?? sourceCodeLocation
  const { line, column } = at ? { line: at.startLine, column: at.startCol } : START
  state.findings.push({ rule, severity, source: 'html', line, column, message, fix })
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function joinTexts(pieces: readonly (string | TemplateSlot)[]): (string | TemplateSlot)[] {
  const joined: (string | TemplateSlot)[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}
