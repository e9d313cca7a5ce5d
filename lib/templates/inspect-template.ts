import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import { AD_SIZES, type AdSize, adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'
import { listTemplateSlots, type TeamTemplate } from '@/lib/decision/team-template'
import { type CompiledTemplate, compileTemplate, type TemplateName } from './compile-template'
import { PICTURE_SLOTS } from './read-slot'
import { START, type TemplateFinding, type TemplateSource } from './template-source'

export interface TemplateLoad {
  readonly size: AdSize
  /** The document without its pictures. */
  readonly documentBytes: number
  /** What an ad of this size may load at first, pictures included. */
  readonly limitBytes: number
  /** Of a frame: the document's pictures and the script that counts views. */
  readonly requests: number
}

export interface TemplateInspection extends CompiledTemplate {
  readonly loads: readonly TemplateLoad[]
}

/** IAB: an ad makes no more requests than these before it is complete. */
const MAX_INITIAL_REQUESTS = 10
/** Beyond this share of the limit there is hardly room for a picture. */
const GENEROUS_SHARE = 0.4

/** Compiles a source and weighs it in every size. */
export function inspectTemplate(source: TemplateSource, name?: TemplateName): TemplateInspection {
  const compiled = compileTemplate(source, name)
  const loads = adSizeSchema.options.map((size) => measureLoad(compiled.template, size))
  const findings = [...compiled.findings, ...loads.flatMap(checkLoad)]
  const hasErrors = findings.some(({ severity }) => severity === 'error')
  return { ...compiled, findings, hasErrors, loads }
}

function measureLoad(team: TeamTemplate, size: AdSize): TemplateLoad {
  const { weightBytes } = assembleCreative({
    ...{ design: { ...DEFAULT_DESIGN, team }, assets: {}, size },
    ...{ clickUrl: '/', whyUrl: '/why', baseUrl: '' },
  })
  const pictures = listTemplateSlots(team).filter(
    ({ kind, hiddenIn }) => PICTURE_SLOTS.has(kind) && !hiddenIn.includes(size),
  )
  const limitBytes = AD_SIZES[size].initialKb * 1000
  return { size, documentBytes: weightBytes, limitBytes, requests: pictures.length + 1 }
}

function checkLoad({ size, documentBytes, limitBytes, requests }: TemplateLoad): TemplateFinding[] {
  const findings: TemplateFinding[] = []
  const find = (
    severity: TemplateFinding['severity'],
    rule: string,
    message: string,
    fix: string,
  ): void => void findings.push({ rule, severity, source: 'html', ...START, message, fix })
  const label = labelAdSize(size)
  const [own, limit] = [Math.ceil(documentBytes / 1000), limitBytes / 1000]
  if (documentBytes > limitBytes) {
    const message = `Too heavy for ${label}: ${own} kB before any picture, ${limit} kB is allowed.`
    find('error', 'weight', message, 'Take out pictures in data: URIs; use slots instead.')
  } else if (documentBytes > limitBytes * GENEROUS_SHARE) {
    const message = `${own} of ${limit} kB of ${label} are used before any picture.`
    find('warning', 'weight', message, 'Make drawings simpler, or use a slot for the picture.')
  }
  if (requests > MAX_INITIAL_REQUESTS) {
    const message = `${requests} requests in ${label}, ${MAX_INITIAL_REQUESTS} are allowed.`
    find('error', 'requests', message, 'Show fewer pictures.')
  }
  return findings
}
