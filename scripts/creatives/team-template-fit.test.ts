import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromium, type Page } from 'playwright'
import { fitText } from '@/lib/creatives/fit-text'
import { textBoxOfSlot } from '@/lib/creatives/team-layout'
import { AD_SIZES, adSizeSchema } from '@/lib/decision/ad-size'
import { listTemplateSlots } from '@/lib/decision/team-template'
import { compileTemplate } from '@/lib/templates/compile-template'
import { previewTemplate } from '@/lib/templates/preview-template'
import { sampleAssets } from '@/lib/templates/sample-assets'
import { STARTER_TEMPLATE } from '@/lib/templates/starter-template'
import { CHROMIUM_PATH, HAS_CHROMIUM } from './in-browser'

const CELLS = (['usual', 'long', 'rtl', 'defaults'] as const).flatMap((sample) =>
  adSizeSchema.options.map((size) => [sample, size] as const),
)
/** Letters reach a little beyond their line. */
const SPARED_SHARE = 0.3

describe.skipIf(!HAS_CHROMIUM)(
  `the starter template in a browser${HAS_CHROMIUM ? '' : ' (skipped: no Chromium)'}`,
  () => {
    const { template } = compileTemplate(STARTER_TEMPLATE)
    let browser: Browser
    let page: Page
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] })
      page = await browser.newPage()
    }, 30_000)
    afterAll(() => browser.close())

    it.each(CELLS)('has the room that it says for %s copy at %s', async (sample, size) => {
      const { widthPx, heightPx } = AD_SIZES[size]
      await page.setViewportSize({ width: widthPx, height: heightPx })
      await page.setContent(previewTemplate({ team: template }, size, sample).html)
      const texts = await page.$$eval('.f', (elements) =>
        elements.map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          const hiddenPx = element.scrollHeight - element.clientHeight
          const fontPx = Number.parseFloat(getComputedStyle(element).fontSize)
          return { text: element.textContent, hiddenPx, fontPx, left, right, top, bottom }
        }),
      )
      expect(texts.length).toBeGreaterThanOrEqual(2)
      const fits = new Set(
        listTemplateSlots(template).flatMap((slot) => {
          const asset = sampleAssets(sample)[slot.kind]
          const text = asset?.text ?? slot.defaultText
          const box = textBoxOfSlot(slot, size)
          return box && fitText(text, box).fits ? [text] : []
        }),
      )
      const problems = texts.flatMap(({ text, hiddenPx, fontPx, left, right, top, bottom }) => {
        const isCut = hiddenPx > fontPx * SPARED_SHARE && fits.has(text)
        const isOutside = left < 0 || top < 0 || right > widthPx || bottom > heightPx
        return [...(isCut ? [`cut: ${text}`] : []), ...(isOutside ? [`outside: ${text}`] : [])]
      })
      expect(problems).toEqual([])
    })
  },
)
