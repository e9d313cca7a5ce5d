import { type CssNode, type Declaration, generate, lexer, List, walk } from 'css-tree'
import { FUNCTIONS, isAllowedProperty } from './allowed-css'
import { RASTER_DATA } from './allowed-html'
import type { Report } from './sanitise-css'

const SMALLEST_FONT_PX = 9
const NESTED_FIX = 'Write the rule out, outside of this one.'

/** Declarations that can only paint and place. */
export function cleanDeclarations(nodes: List<CssNode>, report: Report): List<CssNode> {
  const kept = new List<CssNode>()
  for (const node of nodes.toArray()) {
    if (node.type === 'Declaration') {
      if (isSafe(node, report)) kept.appendData(node)
    } else if (node.type === 'Raw') {
      report(node, 'error', 'css-syntax', 'This declaration can’t be read.', 'Write it anew.')
    } else if (node.type !== 'Comment' && node.type !== 'WhiteSpace') {
      report(node, 'error', 'css-nesting', 'Rules inside rules aren’t allowed.', NESTED_FIX)
    }
  }
  return kept
}

function isSafe(declaration: Declaration, report: Report): boolean {
  const { property, value } = declaration
  const name = property.startsWith('--') ? property : property.toLowerCase()
  if (name === 'pointer-events' || name === 'user-select' || name === 'cursor') {
    report(declaration, 'error', 'click-area', `${name} changes what can be clicked.`, CLICK_FIX)
    return false
  }
  if (!isAllowedProperty(name)) {
    report(declaration, 'error', 'css-property', `${name} isn’t allowed.`, 'Take it out.')
    return false
  }
  if (!hasSafeValue(declaration, report) || !staysInside(name, value, report)) return false
  if (declaration.important) {
    declaration.important = false
    report(declaration, 'warning', 'css-important', '!important is taken out.', IMPORTANT_FIX)
  }
  lintValue(name, declaration, report)
  return true
}

const CLICK_FIX = 'Take it out: the whole ad is one link.'
const IMPORTANT_FIX = 'Make the selector more specific instead.'

function hasSafeValue({ value }: Declaration, report: Report): boolean {
  let isSafe = true
  const refuse = (node: CssNode, rule: string, message: string, fix: string): void => {
    isSafe = false
    report(node, 'error', rule, message, fix)
  }
  walk(value, (node) => {
    if (node.type === 'Raw')
      refuse(node, 'css-syntax', 'This value can’t be read.', 'Write it anew.')
    if (node.type === 'Url' && !RASTER_DATA.test(node.value)) {
      refuse(
        node,
        'css-url',
        'An ad loads nothing but its assets: url() may not lead elsewhere.',
        URL_FIX,
      )
    }
    if (node.type === 'Function' && !FUNCTIONS.has(node.name.toLowerCase())) {
      refuse(node, 'css-function', `${node.name}() isn’t allowed.`, 'Use a plain value.')
    }
  })
  return isSafe
}

const URL_FIX =
  'Use a slot for the picture, a gradient, or a data: URI of a PNG, JPEG, WebP or AVIF.'

function staysInside(name: string, value: CssNode, report: Report): boolean {
  if (name !== 'position') return true
  const text = generate(value).toLowerCase()
  if (['static', 'relative', 'absolute'].includes(text)) return true
  report(
    value,
    'error',
    'css-position',
    `position: ${text} could leave the ad.`,
    'Use position: absolute.',
  )
  return false
}

function lintValue(name: string, declaration: Declaration, report: Report): void {
  const { value } = declaration
  const text = generate(value)
  const fontPx =
    name === 'font-size' || name === 'font' ? /(?:^|\s)(\d*\.?\d+)px/.exec(text)?.[1] : undefined
  if (fontPx !== undefined && Number(fontPx) < SMALLEST_FONT_PX) {
    report(
      value,
      'warning',
      'text-size',
      `${fontPx} px is too small to read.`,
      `Use ${SMALLEST_FONT_PX} px or more.`,
    )
  }
  if (name.startsWith('animation') && /\binfinite\b/.test(text)) {
    report(
      value,
      'warning',
      'animation',
      'Ads may move for 15 seconds at most.',
      'Give it a number of rounds, such as 3.',
    )
  }
  if (name.startsWith('--') || text.includes('var(')) return
  if (lexer.matchProperty(name, value).error) {
    report(
      value,
      'warning',
      'css-value',
      `“${text.slice(0, 60)}” may not be a value of ${name}.`,
      'Check its spelling.',
    )
  }
}
