import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { adSizeSchema } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import { assembleCreative, type CreativeInput } from './assemble-creative'
import { measureCreativeWeight } from './measure-creative-weight'
import { DEFAULT_DESIGN, TEMPLATES } from './template'

const templates = TEMPLATES.map(({ name }) => name)
const sizes = adSizeSchema.options

function copy(kind: AssetKind, text: string): SnapshotAsset {
  return { id: kind, kind, name: text, text, altText: text, renditions: [] }
}

function picture(kind: AssetKind, altText: string, url = '/assets/blobs/abc'): SnapshotAsset {
  const renditions = sizes.flatMap((size) =>
    (['webp', 'jpeg'] as const).map((format) => ({
      ...{ size, format, url: `${url}.${format}`, widthPx: 600, heightPx: 500 },
      fileSizeBytes: format === 'webp' ? 20_000 : 30_000,
    })),
  )
  return { id: kind, kind, name: altText, text: null, altText, renditions }
}

/** An ad whose every text, and link parts, is `text`. */
function adWith(text: string, over: Partial<CreativeInput> = {}): CreativeInput {
  return {
    design: DEFAULT_DESIGN,
    size: '300x250',
    clickUrl: `https://ads.example/c?t=${text}`,
    whyUrl: `https://ads.example/why?t=${text}`,
    baseUrl: 'https://ads.example',
    assets: {
      image: picture('image', text, `/assets/${text}`),
      background: picture('background', text),
      logo: picture('logo', text),
      headline: copy('headline', text),
      body: copy('body', text),
      cta: copy('cta', text),
      disclaimer: copy('disclaimer', text),
    },
    ...over,
  }
}

/** The tags of a document with the names of their attributes, and nothing that a text could change. */
function skeleton(html: string): string[] {
  // A right-to-left headline turns the whole document round.
  return (html.replace('<html dir="rtl">', '<html>').match(/<[^>]*>/g) ?? []).map((tag) =>
    tag.replace(/="[^"]*"/g, '=').replace(/\s+/g, ' '),
  )
}

const layouts = templates.flatMap((template) =>
  (['300x250', '320x50', '970x250'] as const).map((size) => {
    const over = { design: { ...DEFAULT_DESIGN, template }, size }
    const { html } = assembleCreative(adWith('x', over))
    return { over, tags: skeleton(html), marks: countMarks(html) }
  }),
)

/** Nothing that came from a text is markup: the tags are those of the same ad with plain text. */
function expectContained(text: string): void {
  for (const { over, tags, marks } of layouts) {
    const { html } = assembleCreative(adWith(text, over))
    expect(skeleton(html)).toEqual(tags)
    expect(countMarks(html)).toEqual(marks)
  }
}

function countMarks(html: string): number[] {
  const ltr = html.replace('<html dir="rtl">', '<html>')
  return ['<', '>', '"'].map((mark) => ltr.split(mark).length)
}

describe('assembleCreative', () => {
  it('keeps any text inside its element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), expectContained),
      {
        numRuns: 60,
      },
    )
  }, 30_000)

  it('keeps markup made of the dangerous characters inside its element', () => {
    const dangerous = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '=',
        '/',
        ' ',
        '<script>',
        'onload=',
        '-->',
        '</style>',
        '\0',
      ),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(dangerous, (parts) => {
        expectContained(parts.join(''))
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    '',
  ])('makes the link %j harmless', (url) => {
    const { html } = assembleCreative(adWith('x', { clickUrl: url, whyUrl: url }))
    expect(html.match(/ href="([^"]*)"/g)).toEqual([' href="#"', ' href="#"'])
  })

  it('is one link to the click URL, with the why link beside it and no script', () => {
    const { html } = assembleCreative(adWith('Boots & Co'))
    expect(html).toContain(
      '<a class="a" href="https://ads.example/c?t=Boots &amp; Co" target="_blank" rel="noopener">',
    )
    expect(html).toContain('Why this ad?')
    expect(html.match(/<a /g)).toHaveLength(2)
    expect(html).not.toMatch(/<script|\son\w+=/i)
    expect(html).toContain('Boots &amp; Co</span>')
  })

  it('shows only headline and call to action in 320x50', () => {
    const { html } = assembleCreative(adWith('x', { size: '320x50' }))
    expect(html).toMatch(/class="h"/)
    expect(html).toMatch(/class="c"/)
    expect(html).not.toMatch(/class="[bdl]"/)
  })

  it.each(templates.flatMap((template) => sizes.map((size) => [template, size] as const)))(
    'weighs %s at %s exactly: document and one format of each picture',
    (template, size) => {
      const input = adWith('Größe 👟', { size, design: { ...DEFAULT_DESIGN, template } })
      const creative = assembleCreative(input)
      const pictures = creative.html.match(/<picture>/g)?.length ?? 0
      const documentBytes = new TextEncoder().encode(creative.html).byteLength
      expect(creative.weightBytes).toBe(documentBytes + pictures * 20_000)
      expect(documentBytes).toBeLessThan(8_000)
    },
  )

  it('does not mix up what it remembers of designs, sizes, assets and origins', () => {
    const first = adWith('one')
    const wide = { ...first, size: '728x90' as const }
    const elsewhere = { ...first, baseUrl: 'https://other.example' }
    const fresh = (input: CreativeInput) => assembleCreative(structuredClone(input))
    for (const input of [first, wide, elsewhere, first]) {
      expect(assembleCreative(input)).toEqual(fresh(input))
    }
    expect(assembleCreative(elsewhere).html).toContain(
      'src="https://other.example/assets/one.jpeg"',
    )
  })

  it('never fails: no assets, no renditions', () => {
    for (const size of sizes) {
      expect(assembleCreative(adWith('x', { size, assets: {} })).html).toContain('class="a n"')
    }
  })

  it('measures the weight against the limit of the size', () => {
    const creative = assembleCreative(adWith('x', { size: '320x50' }))
    expect(measureCreativeWeight(creative, '320x50')).toMatchObject({
      limitBytes: 50_000,
      isWithinLimit: true,
    })
    expect(measureCreativeWeight({ weightBytes: 50_001 }, '320x50')).toMatchObject({
      isWithinLimit: false,
      summary: '51 kB of 50 kB',
    })
  })
})

describeFixtures('hostile texts', 'attack', () => {
  it('contains the naughty strings', () => {
    const strings = readFixture<string[]>('attack/blns/blns.json')
    expect(strings.length).toBeGreaterThan(300)
    strings.filter((text) => text !== '').forEach(expectContained)
  }, 30_000)

  it('contains the XSS payloads', () => {
    const strings = stringsOf(readFixture('attack/xss/xss.dev.json'))
    expect(strings.length).toBeGreaterThan(100)
    strings.forEach(expectContained)
  }, 30_000)
})

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

describe('a video', () => {
  const film = {
    ...{ url: '/assets/blobs/film.mp4', contentType: 'video/mp4' as const },
    fileSizeBytes: 90_000,
  }
  const adOf = (video: SnapshotAsset['video']) =>
    assembleCreative(adWith('x', { assets: { video: { ...picture('video', 'Film'), video } } }))
      .html

  it('lies over its poster, and is cropped where that is', () => {
    expect(adOf(film)).toMatch(/<img class="i"[^>]*><\/picture><video class="i v" muted/)
    expect(adOf({ ...film, focalX: 0.25, focalY: 1 })).toContain(
      '<video class="i v" style="object-position:25% 100%" muted',
    )
  })
})
