import { type CssNode, generate, List, type Selector, type SelectorList } from 'css-tree'
import { PSEUDO_CLASSES, PSEUDO_ELEMENTS, ROOT_ATTRIBUTES } from './allowed-css'
import { HTML_ELEMENTS, SVG_ELEMENTS, TEAM_PREFIX } from './allowed-html'
import type { Report } from './sanitise-css'

/** The element that holds a team's HTML; nothing of ours is inside of it, nor beside it. */
export const TEAM_ROOT_CLASS = 't'

/**
 * Confines every selector to the team's element and renames its classes; those that can't be are
 * taken out. False when none is left.
 */
export function scopeSelectors(list: SelectorList, report: Report): boolean {
  const kept = new List<CssNode>()
  for (const node of list.children.toArray()) {
    const selector = node.type === 'Selector' ? scopeSelector(node, report) : null
    if (selector) kept.appendData(selector)
  }
  list.children = kept
  return !kept.isEmpty
}

function scopeSelector(selector: Selector, report: Report): Selector | null {
  const nodes = cleanParts(selector, report)
  if (!nodes) return null
  const first = nodes.findIndex(({ type }) => type === 'Combinator')
  const head = first < 0 ? nodes : nodes.slice(0, first)
  if (head.length === 0) {
    return refuse(selector, report, 'A selector can’t begin with a combinator.')
  }
  const isRoot = head.some(isAboutRoot)
  if (isRoot && head.some(({ type }) => type === 'TypeSelector')) {
    return refuse(selector, report, 'The ad’s own element is written :root or [data-size="…"].')
  }
  const rest = head.filter((node) => !(node.type === 'PseudoClassSelector' && node.name === 'root'))
  const scope: CssNode = { type: 'ClassSelector', name: TEAM_ROOT_CLASS }
  const start: CssNode[] = isRoot
    ? [scope, ...rest]
    : [scope, { type: 'Combinator', name: ' ' }, ...head]
  const tail = first < 0 ? [] : nodes.slice(first)
  if (isRoot && tail[0] && !['Combinator'].includes(tail[0].type)) return null
  return { ...selector, children: new List<CssNode>().fromArray([...start, ...tail]) }
}

function isAboutRoot(node: CssNode): boolean {
  if (node.type === 'AttributeSelector') return true
  return node.type === 'PseudoClassSelector' && node.name === 'root'
}

/** The parts of a selector, renamed; null if one of them may not be. */
function cleanParts(selector: Selector, report: Report): CssNode[] | null {
  const cleaned: CssNode[] = []
  for (const node of selector.children.toArray()) {
    const fault = checkPart(node, report)
    if (fault !== null) return refuse(selector, report, fault)
    cleaned.push(node.type === 'ClassSelector' ? { ...node, name: TEAM_PREFIX + node.name } : node)
  }
  return cleaned
}

function checkPart(node: CssNode, report: Report): string | null {
  switch (node.type) {
    case 'ClassSelector':
      return /^[A-Za-z_][\w-]*$/.test(node.name) ? null : 'This class has an unusual name.'
    case 'TypeSelector': {
      const isKnown =
        node.name === '*' || HTML_ELEMENTS.has(node.name) || SVG_ELEMENTS.has(node.name)
      return isKnown ? null : `“${node.name}” is no element of a template.`
    }
    case 'Combinator':
      return [' ', '>', '+', '~'].includes(node.name) ? null : 'This combinator isn’t allowed.'
    case 'AttributeSelector':
      return isRootAttribute(node)
        ? null
        : 'Only [data-size="…"], [dir="…"] and [lang="…"] can be asked for.'
    case 'PseudoElementSelector':
      return PSEUDO_ELEMENTS.has(node.name) && !node.children
        ? null
        : `::${node.name} isn’t allowed.`
    case 'PseudoClassSelector':
      return checkPseudoClass(node, report)
    case 'IdSelector':
      return 'Ids aren’t kept. Use a class.'
    default:
      return 'This selector isn’t allowed.'
  }
}

function checkPseudoClass(
  node: Extract<CssNode, { type: 'PseudoClassSelector' }>,
  report: Report,
): string | null {
  if (!PSEUDO_CLASSES.has(node.name)) return `:${node.name} isn’t allowed.`
  if (!node.children) return null
  for (const child of node.children.toArray()) {
    if (child.type === 'Nth' && !child.selector) continue
    if (child.type === 'Identifier') continue
    if (child.type !== 'SelectorList') return `What stands in :${node.name}() isn’t allowed.`
    const kept = new List<CssNode>()
    for (const selector of child.children.toArray()) {
      if (selector.type !== 'Selector') return `What stands in :${node.name}() isn’t allowed.`
      const parts = cleanParts(selector, report)
      if (!parts || parts.some(isAboutRoot)) return `What stands in :${node.name}() isn’t allowed.`
      kept.appendData({ ...selector, children: new List<CssNode>().fromArray(parts) })
    }
    child.children = kept
  }
  return null
}

function isRootAttribute({
  name,
  matcher,
  value,
  flags,
}: Extract<CssNode, { type: 'AttributeSelector' }>): boolean {
  if (!ROOT_ATTRIBUTES.has(name.name) || flags) return false
  if (matcher === null) return true
  const text = value === null ? '' : value.type === 'String' ? value.value : value.name
  return ['=', '^=', '|='].includes(matcher) && /^[\w-]{1,20}$/.test(text)
}

function refuse(selector: Selector, report: Report, message: string): null {
  report(selector, 'error', 'css-selector', message, `Change “${generate(selector).slice(0, 60)}”.`)
  return null
}
