import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { ADVANCE_RANGES, packAdvances } from '@/lib/creatives/advance-ranges'

/**
 * Writes lib/creatives/font-advances.ts: how wide each character is, at most, in the fonts that ads
 * are set in. Arimo has the metrics of Arial and Helvetica; Roboto is what Android has instead.
 * Run it after changing the fonts: `npx tsx scripts/fonts/measure-advances.ts`.
 */
const FAMILIES = ['arimo', 'roboto'] as const
const SUBSETS = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'hebrew']
const WEIGHTS = [400, 700] as const
const EM = 1_000
const target = path.resolve(import.meta.dirname, '../../lib/creatives/font-advances.ts')
const require = createRequire(import.meta.url)

async function listFaces() {
  const faces: { family: string; subset: string; weight: number; url: string }[] = []
  for (const family of FAMILIES) {
    for (const subset of [...SUBSETS, 'vietnamese']) {
      for (const weight of WEIGHTS) {
        const name = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`
        const bytes = await readFile(require.resolve(name)).catch(() => null)
        if (!bytes) continue
        const url = `data:font/woff2;base64,${bytes.toString('base64')}`
        faces.push({ family: `${family}-${subset}`, subset, weight, url })
      }
    }
  }
  return faces
}

/** For each weight the advance of each code point in thousandths of an em; null where no font has it. */
async function measure(page: Page): Promise<(number | null)[][]> {
  const faces = (await listFaces().catch(() => [])).filter(({ url }) => url)
  const codePoints = ADVANCE_RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
  return page.evaluate(
    async ({ faces, codePoints, weights, em }) => {
      for (const { family, weight, url } of faces) {
        const face = new FontFace(family, `url(${url})`, { weight: String(weight) })
        document.fonts.add(await face.load())
      }
      const context = document.createElement('canvas').getContext('2d')
      if (!context) throw new Error('This browser has no canvas.')
      return weights.map((weight) => {
        const families = [...new Set(faces.map(({ family }) => family))]
        return codePoints.map((codePoint) => {
          const text = String.fromCodePoint(codePoint)
          // A face that lacks the character takes it from the next family, so its width follows
          // that of the fallback: two fallbacks of different widths tell whether it has it.
          const own = families.flatMap((family) => {
            const widths = ['monospace', 'serif', 'sans-serif'].map((fallback) => {
              context.font = `${weight} ${em}px "${family}",${fallback}`
              return context.measureText(text).width
            })
            return new Set(widths).size === 1 ? widths.slice(0, 1) : []
          })
          if (own.length > 0) return Math.ceil(Math.max(...own))
          // What no face has comes from a font of the system.
          context.font = `${weight} ${em}px Arial,sans-serif`
          const local = context.measureText(text).width
          return local > 0 ? Math.ceil(local) : null
        })
      })
    },
    { faces, codePoints, weights: WEIGHTS, em: EM },
  )
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const [regular = [], bold = []] = await measure(await browser.newPage())
  const text = `/**
 * Advance widths of the characters of \`ADVANCE_RANGES\`, the widest of Arimo (the metrics of Arial
 * and Helvetica) and Roboto, packed by \`packAdvances\`. Written by scripts/fonts/measure-advances.ts.
 */
export const REGULAR_ADVANCES =
  '${packAdvances(regular)}'

export const BOLD_ADVANCES =
  '${packAdvances(bold)}'
`
  await writeFile(target, text)
} finally {
  await browser.close()
}
