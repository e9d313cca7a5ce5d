import { type CssNode, generate, lexer, walk } from 'css-tree'
import { parseCss } from './parse-css'

/** What ads hand to a template for its headings. */
const HEADING_FONT = 'var(--ad-heading-font)'

/**
 * The families that a template's own style names, each once, without generic ones and without what
 * it takes from the ad. A variable of its own stands as it is written: what it holds is not known.
 */
export function listTemplateFonts(css: string): string[] {
  const families = new Map<string, string>()
  const add = (name: string): void => {
    const plain = name.replaceAll(/["']/g, '').replaceAll(/\s+/g, ' ').trim()
    if (plain !== '' && !families.has(plain.toLowerCase())) families.set(plain.toLowerCase(), plain)
  }
  walk(parseCss(css), (node) => {
    if (node.type !== 'Declaration' || !/^font(?:-family)?$/i.test(node.property)) return
    for (const name of listVariables(node.value)) if (name !== HEADING_FONT) add(name)
    for (const { nodes } of lexer.findDeclarationValueFragments(node, 'Type', 'family-name')) {
      add(
        nodes
          .toArray()
          .map((part) => generate(part))
          .join(' '),
      )
    }
  })
  return [...families.values()]
}

function listVariables(value: CssNode): string[] {
  const found: string[] = []
  walk(value, (node) => {
    if (node.type === 'Function' && node.name.toLowerCase() === 'var') found.push(generate(node))
  })
  return found
}
