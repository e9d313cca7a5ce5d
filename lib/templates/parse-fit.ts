import { adSizeSchema, type AdSize, AD_SIZES } from '@/lib/decision/ad-size'
import type { TemplateBox } from '@/lib/decision/team-template'

export type ParsedFit =
  | {
      readonly kind: 'ok'
      readonly box: TemplateBox
      readonly boxes: Partial<Record<AdSize, TemplateBox>>
    }
  | { readonly kind: 'invalid'; readonly message: string }

const ROOM =
  /^(\d{2,3})px\s+(\d{1,2})\s+lines?\s+(\d{1,3}(?:\.5)?)-(\d{1,3}(?:\.5)?)px(?:\s+(bold|regular))?$/

export const FIT_EXAMPLE = '268px 2 lines 14-22px; 728x90: 300px 1 line 13-18px'

/**
 * The room of a text: `268px 2 lines 14-22px bold`, then the sizes in which it is another:
 * `728x90: 300px 1 line 13-18px`. Pixels are CSS pixels of the ad, the range that of the font size.
 */
export function parseFit(value: string, isBoldByDefault: boolean): ParsedFit {
  const [first = '', ...rest] = value.split(';').map((part) => part.trim())
  const box = parseRoom(first, isBoldByDefault)
  if (!box) return invalid(first)
  const boxes: Partial<Record<AdSize, TemplateBox>> = {}
  for (const part of rest.filter((each) => each !== '')) {
    const colon = part.indexOf(':')
    const size = adSizeSchema.safeParse(part.slice(0, colon).trim()).data
    if (!size) return { kind: 'invalid', message: `“${part}” does not begin with an ad size.` }
    const own = parseRoom(part.slice(colon + 1).trim(), box.isBold)
    if (!own) return invalid(part)
    if (own.widthPx > AD_SIZES[size].widthPx) {
      return { kind: 'invalid', message: `“${part}” is wider than the ad.` }
    }
    boxes[size] = own
  }
  return { kind: 'ok', box, boxes }
}

function parseRoom(text: string, isBoldByDefault: boolean): TemplateBox | null {
  const match = ROOM.exec(text)
  if (!match) return null
  const [widthPx = 0, lines = 0, minPx = 0, maxPx = 0] = match.slice(1, 5).map(Number)
  const isInRange = widthPx >= 20 && widthPx <= 970 && lines >= 1 && lines <= 12
  if (!isInRange || minPx < 6 || maxPx > 120 || minPx > maxPx) return null
  return { widthPx, lines, minPx, maxPx, isBold: match[5] ? match[5] === 'bold' : isBoldByDefault }
}

function invalid(part: string): ParsedFit {
  return { kind: 'invalid', message: `“${part}” is no room for a text.` }
}
