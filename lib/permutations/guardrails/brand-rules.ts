import type { BrandKit, Guard } from '@/lib/brand/brand-kit'
import { type BrandAsset, checkAsset } from '@/lib/brand/check-asset'
import { checkColors } from '@/lib/brand/check-colors'
import { readFamilies } from '@/lib/brand/brand-fonts'
import { checkVoice } from '@/lib/brand/check-voice'
import type { BrandRuleKind } from '@/lib/brand/finding'
import { FALLBACK_FONTS } from '@/lib/creatives/font-stack'
import { listTemplateTexts } from '@/lib/creatives/list-template-texts'
import { listTemplateFonts } from '@/lib/templates/list-template-fonts'
import { boxesOfElements, type Guardrail, type ProofSubject } from './guardrail'

const TITLES: Readonly<Record<Exclude<BrandRuleKind, 'contrast' | 'claim'>, string>> = {
  palette: 'Colours are of the palette',
  logo: 'Logos are large enough',
  banned_words: 'No banned words',
  required_words: 'Required words are there',
  capitals: 'Few capitals',
  exclamations: 'Few exclamation marks',
  reading_level: 'Easy to read',
}

const DESIGN_COLORS = ['backgroundColor', 'textColor', 'accentColor', 'accentTextColor'] as const

/**
 * What assets break by themselves, a guardrail for each rule of the kit; the design's colours, and
 * the words that a team's own template brings along.
 */
export function listBrandGuardrails({ kit, slots, design, nameOf }: ProofSubject): Guardrail[] {
  const findings = slots
    .flatMap(({ assets }) => assets)
    .flatMap(({ brand }) =>
      checkAsset(kit, brand, { nameOf }).map((finding) => ({ assetId: brand.id, finding })),
    )
  const ofAssets = listRules(kit).map(({ ruleId, kind, guard }): Guardrail => {
    const own = findings.filter(({ finding }) => finding.ruleId === ruleId)
    const broken = new Set(own.map(({ assetId }) => assetId))
    const finding = own[0]?.finding
    return {
      id: `brand:${ruleId}`,
      kind: 'brand',
      title: TITLES[kind],
      guard,
      sizes: [],
      violation: {
        kind: 'boxes',
        boxes: boxesOfElements(slots, ({ brand }) => broken.has(brand.id)),
      },
      fix: finding ? `${finding.message} ${finding.fix}` : '',
    }
  })
  return [
    ...ofAssets,
    ...listDesignGuardrails({ kit, design }),
    ...listTemplateGuardrails({ kit, design }),
    ...listFontGuardrails({ kit, design }),
  ]
}

/** The rules of a kit that one asset can break. Claims are a matter of the whole ad. */
function listRules({ palette, logo, voice }: BrandKit) {
  const single = [
    ['palette', palette],
    ['logo', logo],
    ['capitals', voice.capitals],
    ['exclamations', voice.exclamations],
    ['reading_level', voice.readingLevel],
  ] as const
  return [
    ...voice.words.map((rule) => ({
      ruleId: rule.id,
      kind: rule.kind === 'banned' ? ('banned_words' as const) : ('required_words' as const),
      guard: toGuard(rule),
    })),
    ...single.flatMap(([kind, guard]) =>
      guard ? [{ ruleId: kind, kind, guard: toGuard(guard) }] : [],
    ),
  ]
}

function toGuard({ severity, reason, owner }: Guard): Guard {
  return { severity, reason, owner }
}

function listDesignGuardrails({ kit, design }: Pick<ProofSubject, 'kit' | 'design'>): Guardrail[] {
  if (!kit.palette) return []
  const [first] = checkColors(
    kit,
    DESIGN_COLORS.map((name) => ({
      label: `The design’s ${name.replace(/Color$/, '').replace('accentText', 'button text')}`,
      hex: design[name],
    })),
  )
  return [
    {
      id: 'brand:design-palette',
      kind: 'brand',
      title: 'The design’s colours are of the palette',
      guard: kit.palette,
      sizes: [],
      violation: { kind: 'boxes', boxes: first ? [[]] : [] },
      fix: first ? `${first.message} ${first.fix}` : '',
    },
  ]
}

/**
 * The words of a template are in every ad, whatever its language, and nobody approves them as they
 * approve copy: so what the brand never says is looked for in them under every language's rules.
 */
function listTemplateGuardrails({
  kit,
  design,
}: Pick<ProofSubject, 'kit' | 'design'>): Guardrail[] {
  const { team } = design
  if (!team) return []
  const rules = kit.voice.words
    .filter(({ kind }) => kind === 'banned')
    .map((rule) => ({ ...rule, locales: [], assetKinds: [] }))
  const voice = { words: rules, capitals: null, exclamations: null, readingLevel: null }
  const findings = listTemplateTexts(team).flatMap((text) =>
    checkVoice({ voice }, { ...NOBODYS_COPY, text }),
  )
  return rules.map((rule): Guardrail => {
    const finding = findings.find(({ ruleId }) => ruleId === rule.id)
    return {
      id: `brand:template:${rule.id}`,
      kind: 'brand',
      title: 'No banned words in the template itself',
      guard: toGuard(rule),
      sizes: [],
      violation: { kind: 'boxes', boxes: finding ? [[]] : [] },
      fix: finding
        ? `${finding.message} Change the template “${team.name}”, and take its new version.`
        : '',
    }
  })
}

/** Built-in layouts name the brand's fonts by themselves; a template's own style may name others. */
function listFontGuardrails({ kit, design }: Pick<ProofSubject, 'kit' | 'design'>): Guardrail[] {
  const { team } = design
  if (!kit.fonts || !team) return []
  const own = [kit.fonts.heading, kit.fonts.body].flatMap(readFamilies)
  const known = new Set([...own, ...FALLBACK_FONTS].map((family) => family.toLowerCase()))
  const other = listTemplateFonts(team.css).find((family) => !known.has(family.toLowerCase()))
  return [
    {
      id: 'brand:template:fonts',
      kind: 'brand',
      title: 'Only the brand’s fonts in the template itself',
      guard: toGuard(kit.fonts),
      sizes: [],
      violation: { kind: 'boxes', boxes: other === undefined ? [] : [[]] },
      fix:
        other === undefined
          ? ''
          : `The template “${team.name}” names the font ${other}. Let it take those of the ad (font-family: inherit, and var(--ad-heading-font) for headings), and take its new version.`,
    },
  ]
}

const NOBODYS_COPY: Omit<BrandAsset, 'text'> = {
  ...{ id: '', kind: 'body', locale: '', tags: [], widthPx: null, heightPx: null },
  ...{ dominantColors: [], themeColors: {} },
}
