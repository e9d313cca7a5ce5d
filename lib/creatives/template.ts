import { z } from 'zod'
import { type AdSize } from '@/lib/decision/ad-size'
import {
  type AssetKind,
  type Colors,
  type Design,
  type DesignFonts,
  designSchema,
  MAX_PRODUCTS,
  type SnapshotProduct,
} from '@/lib/decision/snapshot'
import {
  type TeamTemplate,
  type TeamTemplateRef,
  teamTemplateRefSchema,
} from '@/lib/decision/team-template'
import { contrastRatio } from './color-contrast'
import type { TextBox } from './fit-text'

export type TemplateName = Design['template']

/** Left, top, width, height in CSS pixels of the ad. */
export type Box = readonly [number, number, number, number]

/** Where one template puts each kind of asset in one ad size. */
export interface Layout {
  readonly picture: Box
  /** Holds headline and body, and what has no place of its own. */
  readonly panel: Box
  readonly paddingPx: readonly [vertical: number, horizontal: number]
  readonly justify: 'center' | 'flex-end' | 'space-between'
  readonly align: 'start' | 'center'
  readonly headline: Omit<TextBox, 'widthPx' | 'isBold'>
  readonly body: Omit<TextBox, 'widthPx' | 'isBold'> | null
  /** A column of its own for logo and call to action, in wide sizes. */
  readonly side: Box | null
  readonly ctaPx: number
  readonly isCtaWide: boolean
  readonly ctaLook: 'button' | 'link'
  /** A short line of the accent colour over the text. */
  readonly hasRule: boolean
  /** Where the picture stands, so many products side by side or one below the other. */
  readonly tiles: { readonly count: 2 | 3; readonly direction: 'row' | 'column' } | null
  readonly logo: 'panel' | 'side' | 'picture' | null
  /** Lines of the disclaimer; 0 where there is no room for one. */
  readonly disclaimerLines: number
  /** Overlay only: the direction in which the shade under the text grows. */
  readonly shade: 'to top' | 'to left' | null
  /** Of a team's own template: what it shows in this size, and the room of its copy. */
  readonly team?: {
    readonly kinds: ReadonlySet<AssetKind>
    readonly boxes: ReadonlyMap<AssetKind, TextBox>
  }
  /** Of a brand with fonts of its own: how wide they are beside those that text is measured in. */
  readonly fontRatios?: { readonly heading: number; readonly body: number }
  /** Of a fluid size: how it is laid out from `WIDE_PX` on; boxes are those of that width. */
  readonly wide?: Layout
}

/** From this width on a fluid ad uses its wide layout. */
export const WIDE_PX = 480

export type LayoutTable = Readonly<Record<AdSize, Layout>>

export const TEMPLATES: readonly { name: TemplateName; label: string; description: string }[] = [
  {
    name: 'classic',
    label: 'Classic',
    description: 'The picture above or beside the text, on a plain background.',
  },
  {
    name: 'overlay',
    label: 'Overlay',
    description: 'The picture fills the ad, the text lies on it.',
  },
  {
    name: 'split',
    label: 'Split',
    description: 'Half picture, half a block of the accent colour.',
  },
  {
    name: 'editorial',
    label: 'Editorial',
    description: 'Words first, as in a magazine: a large headline, a link, an inset picture.',
  },
  {
    name: 'spotlight',
    label: 'Spotlight',
    description: 'One product with its price, or one picture, on a stage of its own.',
  },
  {
    name: 'grid',
    label: 'Grid',
    description: 'Three products with their prices, or one picture across.',
  },
]

export const DEFAULT_DESIGN: Design = {
  template: 'classic',
  backgroundColor: '#ffffff',
  textColor: '#16181d',
  accentColor: '#1f5eff',
  accentTextColor: '#ffffff',
}

const plainDesignSchema = designSchema.omit({ team: true, fonts: true, products: true })

/** What a stored design only names, and the brand's fonts. */
interface DesignParts {
  readonly team?: TeamTemplate | null
  readonly fonts?: DesignFonts | null
  readonly products?: readonly SnapshotProduct[]
}

/**
 * A campaign's stored design; what is missing or unreadable is the default's. It only names a
 * version of a team's template (`readTeamTemplateRef`) and products (`readProductIds`): what those
 * are, is given.
 */
export function parseDesign(stored: unknown, { team, fonts, products }: DesignParts = {}): Design {
  const given = typeof stored === 'object' && stored !== null ? stored : {}
  const merged = plainDesignSchema.safeParse({ ...DEFAULT_DESIGN, ...given })
  const design = merged.success ? merged.data : DEFAULT_DESIGN
  return {
    ...design,
    ...(fonts && { fonts }),
    ...(team && { team }),
    ...(products && products.length > 0 && { products: [...products] }),
  }
}

/** Keys in the stock feed of the products that a campaign offers, the first ones first. */
export const productIdsSchema = z
  .array(z.string().min(1).max(50))
  .max(MAX_PRODUCTS)
  .refine((ids) => new Set(ids).size === ids.length, 'Name each product once')

/** The products that a stored design names. */
export function readProductIds(stored: unknown): string[] {
  if (typeof stored !== 'object' || stored === null || !('products' in stored)) return []
  return productIdsSchema.safeParse(stored.products).data ?? []
}

/** The version of a team's template that a stored design names; null for a built-in layout. */
export function readTeamTemplateRef(stored: unknown): TeamTemplateRef | null {
  if (typeof stored !== 'object' || stored === null || !('team' in stored)) return null
  return teamTemplateRefSchema.safeParse(stored.team).data ?? null
}

/** Colour pairs of a design that are hard to read: WCAG 2.2 asks 4.5 of text. */
export function checkDesign(design: Design): { path: keyof Colors; message: string }[] {
  const pairs = [
    ['textColor', 'backgroundColor', 'The text'],
    ['accentTextColor', 'accentColor', 'The text of the button'],
  ] as const
  return pairs.flatMap(([text, ground, label]) => {
    const ratio = contrastRatio(design[text], design[ground])
    if (ratio >= 4.5) return []
    return [
      {
        path: text,
        message: `${label} is hard to read: contrast ${ratio.toFixed(1)}, 4.5 is needed.`,
      },
    ]
  })
}

/** The kinds of asset a template can show in an ad size. */
export function shownKinds(layout: Layout): ReadonlySet<AssetKind> {
  if (layout.team) return layout.team.kinds
  const kinds: AssetKind[] = ['image', 'background', 'video', 'theme', 'headline', 'cta']
  if (layout.body) kinds.push('body')
  if (layout.logo) kinds.push('logo')
  if (layout.disclaimerLines > 0) kinds.push('disclaimer')
  return new Set(kinds)
}
