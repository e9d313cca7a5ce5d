import { type Atrule, type CssNode, generate, List, type Rule, walk } from 'css-tree'
import { AT_RULES } from './allowed-css'
import { cleanDeclarations } from './clean-declarations'
import { parseCss } from './parse-css'
import { scopeSelectors } from './scope-selectors'
import { START, TEMPLATE_LIMITS, type TemplateFinding } from './template-source'

export type Report = (
  node: CssNode | null,
  severity: TemplateFinding['severity'],
  rule: string,
  message: string,
  fix: string,
) => void

export interface CleanCss {
  readonly css: string
  readonly findings: readonly TemplateFinding[]
}

/**
 * A style sheet with nothing in it but allowed at-rules, selectors, properties and functions, each
 * selector confined to the team's own element. Whatever is taken out is a finding. Total: never
 * throws, whatever the text.
 */
export function sanitiseCss(source: string): CleanCss {
  const findings: TemplateFinding[] = []
  const report: Report = (node, severity, rule, message, fix) => {
    const { line, column } = node?.loc?.start ?? START
    findings.push({ rule, severity, source: 'css', line, column, message, fix })
  }
  if (isTooDeep(source)) {
    report(null, 'error', 'css-depth', 'Brackets are nested too deeply.', 'Write it flatter.')
    return { css: '', findings }
  }
  const sheet = parseCss(source, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, line, column }) => {
      findings.push({
        ...{ rule: 'css-syntax', severity: 'error', source: 'css', line, column },
        message: `This can’t be read as CSS: ${message}.`,
        fix: 'Check for a missing bracket, colon or semicolon.',
      })
    },
  })
  if (sheet.type !== 'StyleSheet') return { css: '', findings }
  sheet.children = cleanRules(sheet.children, report, false)
  // Inside a style element only its end tag means anything; in CSS the escape says the same.
  return { css: generate(sheet).replaceAll('</', '<\\/'), findings }
}

function cleanRules(rules: List<CssNode>, report: Report, isInKeyframes: boolean): List<CssNode> {
  const kept = new List<CssNode>()
  for (const node of rules.toArray()) {
    if (node.type === 'Rule' && cleanRule(node, report, isInKeyframes)) kept.appendData(node)
    else if (node.type === 'Atrule' && cleanAtRule(node, report, isInKeyframes)) {
      kept.appendData(node)
    } else if (node.type !== 'Rule' && node.type !== 'Atrule' && node.type !== 'Comment') {
      if (node.type !== 'WhiteSpace') {
        report(node, 'error', 'css-syntax', 'This is no rule.', 'Take it out.')
      }
    }
  }
  return kept
}

function cleanRule(rule: Rule, report: Report, isInKeyframes: boolean): boolean {
  if (rule.prelude.type !== 'SelectorList') {
    report(rule, 'error', 'css-selector', 'This selector can’t be read.', 'Write it anew.')
    return false
  }
  const hasSelectors = isInKeyframes
    ? isKeyframeList(generate(rule.prelude))
    : scopeSelectors(rule.prelude, report)
  if (isInKeyframes && !hasSelectors) {
    report(rule, 'error', 'css-selector', 'A step of an animation is from, to or a percentage.', '')
  }
  if (!hasSelectors) return false
  rule.block.children = cleanDeclarations(rule.block.children, report)
  return !rule.block.children.isEmpty
}

const SAFE_PRELUDE = /^[\w\s().,:<>=/%-]*$/
const KEYFRAMES_NAME = /^[A-Za-z_][\w-]{0,60}$/

function cleanAtRule(rule: Atrule, report: Report, isInKeyframes: boolean): boolean {
  const name = rule.name.toLowerCase()
  if (!AT_RULES.has(name) || !rule.block || isInKeyframes) {
    report(rule, 'error', `css-at-${name}`, describeAtRule(name), fixAtRule(name))
    return false
  }
  const prelude = rule.prelude ? generate(rule.prelude) : ''
  const isSafe = name === 'keyframes' ? KEYFRAMES_NAME.test(prelude) : SAFE_PRELUDE.test(prelude)
  if (!isSafe || hasRaw(rule.prelude)) {
    report(
      rule,
      'error',
      'css-condition',
      `The condition of @${name} can’t be read.`,
      'Write it anew.',
    )
    return false
  }
  rule.block.children = cleanRules(rule.block.children, report, name === 'keyframes')
  return true
}

function hasRaw(node: CssNode | null): boolean {
  let found = false
  if (node) {
    walk(node, (each) => {
      if (each.type === 'Raw' || each.type === 'Url') found = true
    })
  }
  return found
}

function isKeyframeList(text: string): boolean {
  return text.split(',').every((step) => /^(?:from|to|\d{1,3}(?:\.\d+)?%)$/.test(step.trim()))
}

function describeAtRule(name: string): string {
  if (name === 'import') return '@import loads a style sheet from elsewhere.'
  if (name === 'font-face') return '@font-face loads a font: text could not be measured any more.'
  return `@${name} isn’t allowed in a template.`
}

function fixAtRule(name: string): string {
  if (name === 'font-face') return 'Use the fonts of ads: font-family: inherit.'
  return name === 'import' ? 'Copy the rules that you need into this style sheet.' : 'Take it out.'
}

/** Deep brackets would only exhaust the parser. */
function isTooDeep(source: string): boolean {
  let depth = 0
  for (const character of source) {
    if ('({['.includes(character)) depth += 1
    else if (')}]'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth > TEMPLATE_LIMITS.bracketDepth) return true
  }
  return false
}
