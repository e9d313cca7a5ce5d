// eslint-disable-next-line no-restricted-imports -- here it is made safe
import { type CssNode, parse, type ParseOptions } from 'css-tree'

/**
 * A style sheet as a tree; what can't be read goes to `options.onParseError` and stands in it raw.
 *
 * css-tree 3.2.1 keeps one buffer of tokens for all parsing and looks past the end of what it has
 * written: an opening bracket left there by an earlier sheet lets `()}(` go round for ever
 * (TokenStream.setSource). As many semicolons as the sheet has characters put an end mark there.
 */
export function parseCss(source: string, options: ParseOptions = {}): CssNode {
  parse(';'.repeat(source.length), { context: 'declarationList' })
  return parse(source, options)
}
