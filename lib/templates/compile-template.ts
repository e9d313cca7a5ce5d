import { parseFragment, serialize } from 'parse5'
import { adSizeSchema } from '@/lib/decision/ad-size'
import {
  listTemplateSlots,
  type TeamTemplate,
  type TemplateSlotKind,
} from '@/lib/decision/team-template'
import { type CleanHtml, sanitiseHtml } from './sanitise-html'
import { sanitiseCss } from './sanitise-css'
import {
  START,
  TEMPLATE_LIMITS,
  type TemplateFinding,
  type TemplateSource,
} from './template-source'

export interface CompiledTemplate {
  /** Always safe to show, whatever the findings say: what they are about is left out. */
  readonly template: TeamTemplate
  /** By source, line and column. */
  readonly findings: readonly TemplateFinding[]
  readonly hasErrors: boolean
}

export type TemplateName = Pick<TeamTemplate, 'templateId' | 'version' | 'name'>

const UNSAVED: TemplateName = { templateId: 'unsaved', version: 0, name: 'Unsaved' }

/** A team's source in the form that is served, with everything a person should know of it. */
export function compileTemplate(
  source: TemplateSource,
  name: TemplateName = UNSAVED,
): CompiledTemplate {
  const html = sanitiseHtml(source.html)
  const css = sanitiseCss(source.css)
  const template = { ...name, css: css.css, pieces: [...html.pieces] }
  const findings = [
    ...html.findings,
    ...checkNesting(html),
    ...checkSlots(template),
    ...css.findings,
  ].toSorted(byPlace)
  return {
    template,
    findings: firstOf(findings.filter((one, index) => !isSame(one, findings[index - 1]))),
    hasErrors: findings.some(({ severity }) => severity === 'error'),
  }
}

/** As many as are told, errors before warnings, in their order. */
function firstOf(findings: readonly TemplateFinding[]): TemplateFinding[] {
  const isError = ({ severity }: TemplateFinding) => severity === 'error'
  return [...findings.filter(isError), ...findings.filter((one) => !isError(one))]
    .slice(0, TEMPLATE_LIMITS.findings)
    .toSorted(byPlace)
}

function byPlace(one: TemplateFinding, other: TemplateFinding): number {
  const bySource = (one.source === 'html' ? 0 : 1) - (other.source === 'html' ? 0 : 1)
  return bySource || one.line - other.line || one.column - other.column
}

function isSame(one: TemplateFinding, other: TemplateFinding | undefined): boolean {
  if (!other || one.source !== other.source || one.message !== other.message) return false
  return one.line === other.line && one.column === other.column
}

/** A browser has to read what is written as the tree that was checked, and as no other. */
function checkNesting({ pieces }: CleanHtml): TemplateFinding[] {
  const written = pieces
    .map((piece) => (typeof piece === 'string' ? piece : piece.open + piece.close))
    .join('')
  return tagsOf(serialize(parseFragment(written))) === tagsOf(written)
    ? []
    : [
        finding(
          'nesting',
          'error',
          'Browsers would rearrange these elements.',
          'Nest them as HTML allows: no <div> in a <p>.',
        ),
      ]
}

function tagsOf(html: string): string {
  return (html.match(/<\/?[A-Za-z0-9]+/g) ?? []).join('')
}

const REQUIRED: readonly TemplateSlotKind[] = ['headline', 'cta']
const WELCOME: readonly [TemplateSlotKind, string][] = [
  ['logo', 'Ads don’t show whose they are.'],
  ['disclaimer', 'Campaigns that need a disclaimer can’t use it.'],
]

function checkSlots(template: TeamTemplate): TemplateFinding[] {
  const slots = listTemplateSlots(template)
  const find = (kind: TemplateSlotKind) => slots.find((slot) => slot.kind === kind)
  const missing = REQUIRED.filter((kind) => !find(kind)).map((kind) =>
    finding(
      'slot-missing',
      'error',
      `The slot “${kind}” is missing.`,
      `Add <span data-slot="${kind}" data-fit="…">…</span>.`,
    ),
  )
  const noPicture =
    find('image') || find('background')
      ? []
      : [finding('slot-missing', 'warning', 'No picture is shown.', 'Add <img data-slot="image">.')]
  const welcome = WELCOME.filter(([kind]) => !find(kind)).map(([kind, message]) =>
    finding('slot-missing', 'warning', message, `Add the slot “${kind}”.`),
  )
  const hidden = REQUIRED.flatMap((kind) => {
    const sizes = find(kind)?.hiddenIn ?? []
    if (sizes.length === 0) return []
    const severity =
      kind === 'headline' || sizes.length === adSizeSchema.options.length ? 'error' : 'warning'
    return [
      finding(
        'slot-hidden',
        severity,
        `The ${kind} is hidden in ${sizes.join(', ')}.`,
        'Make room for it there, too.',
      ),
    ]
  })
  return [...missing, ...noPicture, ...welcome, ...hidden]
}

function finding(
  rule: string,
  severity: TemplateFinding['severity'],
  message: string,
  fix: string,
): TemplateFinding {
  return { rule, severity, source: 'html', ...START, message, fix }
}
