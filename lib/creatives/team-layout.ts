import type { AdSize } from '@/lib/decision/ad-size'
import type { AssetKind } from '@/lib/decision/snapshot'
import {
  listTemplateSlots,
  type TeamTemplate,
  type TemplateBox,
  type TemplateSlot,
} from '@/lib/decision/team-template'
import type { TextBox } from './fit-text'
import { COMMON, text } from './layouts/common'
import type { Layout } from './template'
import { LINE_HEIGHTS } from './text-boxes'

const layouts = new WeakMap<TeamTemplate, Map<AdSize, Layout>>()

/**
 * What a team's template shows in a size and how much room its copy has there, in the terms of the
 * built-in layouts, so that coverage, audit and proof ask both alike. It draws nothing.
 */
export function teamLayoutOf(team: TeamTemplate, size: AdSize): Layout {
  const bySize = layouts.get(team) ?? new Map<AdSize, Layout>()
  layouts.set(team, bySize)
  const known = bySize.get(size)
  if (known) return known
  const made = makeLayout(team, size)
  bySize.set(size, made)
  return made
}

function makeLayout(team: TeamTemplate, size: AdSize): Layout {
  const slots = listTemplateSlots(team).filter(({ hiddenIn }) => !hiddenIn.includes(size))
  const kinds = new Set<AssetKind>(['theme'])
  const boxes = new Map<AssetKind, TextBox>()
  for (const slot of slots) {
    kinds.add(slot.kind)
    const box = textBoxOfSlot(slot, size)
    if (box) boxes.set(slot.kind, box)
    if (slot.kind === 'image') kinds.add('video')
  }
  // A background alone stands where the picture would.
  if (kinds.has('image')) kinds.add('background')
  return {
    ...COMMON,
    picture: [0, 0, 0, 0],
    panel: [0, 0, 0, 0],
    paddingPx: [0, 0],
    headline: text(14, 14, 1),
    body: null,
    ctaPx: 12,
    logo: null,
    team: { kinds, boxes },
  }
}

/** The room of a slot's copy in a size; null for a picture. */
export function textBoxOfSlot(slot: TemplateSlot, size: AdSize): TextBox | null {
  const box: TemplateBox | null = slot.boxes[size] ?? slot.box
  return box && { ...box, lineHeight: lineHeightOf(slot) }
}

export function lineHeightOf({ kind }: TemplateSlot): number {
  return kind === 'headline' || kind === 'body' || kind === 'disclaimer'
    ? LINE_HEIGHTS[kind]
    : LINE_HEIGHTS.cta
}
