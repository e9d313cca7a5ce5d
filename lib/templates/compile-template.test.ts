import fc from 'fast-check'
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5'
import { generate, walk } from 'css-tree'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { compileTemplate } from './compile-template'
import { parseCss } from './parse-css'
import { STARTER_TEMPLATE } from './starter-template'
import { TEMPLATE_LIMITS, templateSourceSchema } from './template-source'

const rulesOf = (html: string, css = '') =>
  compileTemplate({ html, css }).findings.map(({ rule }) => rule)

/** The document that an ad of this source would be. */
function serve(html: string, css: string): string {
  const { template } = compileTemplate({ html, css })
  const links = { clickUrl: 'https://ads.example/c', whyUrl: 'https://ads.example/why' }
  const design = { ...DEFAULT_DESIGN, team: template }
  const base = { baseUrl: 'https://ads.example', assets: {} }
  return assembleCreative({ design, size: '300x250', ...links, ...base }).html
}

const RUNS =
  /^(?:script|iframe|object|embed|form|input|button|link|base|style|animate|set|use|image|foreignobject|math|template|video|audio|portal)$/i

/** What could run, load, catch a click or leave the frame; nothing is expected of any source. */
function listDangers(html: string): string[] {
  const dangers: string[] = []
  const styles: string[] = []
  let anchors = 0
  const visit = (node: Tree.Node, isInTeam: boolean): void => {
    if ('tagName' in node) {
      const isRoot = node.attrs.some(({ name, value }) => name === 'class' && value === 'a t')
      if (node.tagName === 'a') anchors += 1
      if (node.tagName === 'style' && !isInTeam) {
        styles.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
      } else if (RUNS.test(node.tagName)) dangers.push(`<${node.tagName}>`)
      for (const { name, value } of node.attrs) {
        if (/^on/i.test(name) || /javascript:/i.test(value)) dangers.push(`${name}=${value}`)
        const mayLink = node.tagName === 'a' && value.startsWith('https://ads.example/')
        if (/^(?:xlink:)?(?:href|action|srcdoc|formaction|ping)$/.test(name) && !mayLink) {
          dangers.push(`${name}=${value}`)
        }
        if (name === 'src' && !/^data:image\/(?:png|jpeg|webp|gif|avif);/.test(value)) {
          dangers.push(`${name}=${value}`)
        }
      }
      for (const child of node.childNodes) visit(child, isInTeam || isRoot)
    } else if ('childNodes' in node) for (const child of node.childNodes) visit(child, isInTeam)
  }
  visit(parse(html), false)
  if (styles.length !== 1) dangers.push(`${styles.length} style sheets`)
  if (anchors !== 2) dangers.push(`${anchors} links`)
  return [...dangers, ...styles.flatMap(listCssDangers)]
}

function listCssDangers(css: string): string[] {
  const dangers: string[] = []
  walk(parseCss(css, { parseCustomProperty: true }), (node) => {
    if (node.type === 'Url' && !node.value.startsWith('data:image/')) dangers.push(node.value)
    if (node.type === 'Atrule' && /import|font-face/i.test(node.name)) dangers.push(node.name)
    if (node.type === 'Function' && /expression|image-set|^src$/i.test(node.name)) {
      dangers.push(node.name)
    }
    if (node.type === 'Declaration') {
      if (/behavior|binding/i.test(node.property)) dangers.push(node.property)
      const isPosition = /position$/i.test(node.property)
      if (isPosition && /fixed|sticky|var/i.test(generate(node.value))) dangers.push('position')
    }
  })
  return dangers
}

const scrap = fc.constantFrom(
  ...['<script>alert(1)</script>', '<svg>', '</svg>', '<style>', '</style>', '<math>', '<title>'],
  ...['<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">', '<p>', '</p>', '<div>'],
  ...[
    '<iframe srcdoc="<script>">',
    '<template>',
    '</template>',
    '<noscript>',
    '<!--',
    '-->',
    ']]>',
  ],
  ...['<foreignObject>', '<desc>', '<b>', '</b>', '<table>', '<select>', '<option>', '<plaintext>'],
  ...[
    '<span data-slot="headline" data-fit="200px 2 lines 12-20px">',
    '</span>',
    '"',
    "'",
    '>',
    '<',
  ],
  ...[
    '</a>',
    '</div></body></html>',
    '<base href=//x>',
    '<meta http-equiv=refresh>',
    '<use href=#x>',
  ],
  ...['<annotation-xml encoding="text/html">', '<mglyph>', '&lt;script&gt;', '<a xlink:href=x>'],
  ...['<div style="background:url(//x)">', '<set attributeName=href to=javascript:1>', '\u0000'],
)
const cssScrap = fc.constantFrom(
  ...['.a{', '}', '{', ';', ':', '</style>', '<script>', 'url(//x)', 'url("https://x")', '*'],
  ...[
    '@import "//x";',
    '@font-face{src:url(x)}',
    'position:fixed',
    'position:var(--x)',
    '--x:fixed',
  ],
  ...[
    'background:',
    'color:red',
    '\\',
    '"',
    "'",
    '/*',
    '*/',
    'expression(alert(1))',
    '@media all{',
  ],
  ...['behavior:url(x)', 'image-set("x" 1x)', ':root', '[href^=a]', ':has(a)', 'body', '.y', '>'],
  ...['@import', '\\75rl(x)', '-moz-binding:', '@charset "x";', '&', '!important', ',', '(', ')'],
)
const soup = (piece: fc.Arbitrary<string>) =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ maxLength: 8 })), {
      maxLength: 24,
    })
    .map((pieces) => pieces.join(''))

describe('compileTemplate', () => {
  it('leaves nothing that runs, loads, catches clicks or leaves the frame, whatever the source', () => {
    fc.assert(
      fc.property(soup(scrap), soup(cssScrap), (html, css) => {
        expect(listDangers(serve(html, css))).toEqual([])
      }),
      { numRuns: 1_500 },
    )
  }, 60_000)

  it('finds the dangers that it is asked to find', () => {
    const page = serve('<p>x</p>', '').replace('<p>', '<script>1</script><img src=x onerror=y><p>')
    expect(listDangers(page)).toEqual(['<script>', 'src=x', 'onerror=y'])
    expect(listCssDangers('.a{background:url(//x)}@import "x";')).toEqual(['//x', 'import'])
    expect(listCssDangers('.a{position: fixed}')).toEqual(['position'])
  })

  it('confines every selector to the element of the team', () => {
    const { template } = compileTemplate({
      html: '',
      css: '* {color:red} .y,.o{display:none} [data-size="320x50"] p{color:red} :root{color:red} html{color:red} .a:not(.b) ~ p::after{content:"x"}',
    })
    const selectors: string[] = []
    const own = parseCss(template.css, { parseRulePrelude: false })
    walk(own, (node) => {
      if (node.type === 'Rule' && node.prelude.type === 'Raw') {
        selectors.push(...node.prelude.value.split(','))
      }
    })
    expect(selectors).toEqual([
      '.t *',
      '.t .t-y',
      '.t .t-o',
      '.t[data-size="320x50"] p',
      '.t',
      '.t .t-a:not(.t-b)~p::after',
    ])
  })

  it('gives the starter template without a finding, with every text in its room', () => {
    const { findings, template } = compileTemplate(STARTER_TEMPLATE)
    expect(findings).toEqual([])
    expect(template.pieces.filter((piece) => typeof piece !== 'string')).toHaveLength(6)
  })

  it.each([
    ['<script>1</script>', 'html-script'],
    ['<p onclick="x">a</p>', 'html-script'],
    ['<a href="https://x">a</a>', 'click-area'],
    ['<p style="color:red">a</p>', 'html-style'],
    ['<img src="https://x/a.png" alt="">', 'image-source'],
    ['<img src="data:image/svg+xml;base64,AAAA" alt="">', 'image-source'],
    ['<img src="data:image/png;base64,AAAA">', 'alt'],
    ['<svg><path d="M0 0"/></svg>', 'alt'],
    ['<p data-slot="nothing">a</p>', 'slot-unknown'],
    ['<p data-slot="image">a</p>', 'slot-element'],
    ['<p data-slot="body">a</p>', 'slot-fit'],
    ['<p data-slot="body" data-fit="99px 1 line 6-9px">a</p>', 'text-size'],
    ['<p data-slot="body" data-hide="1x1" data-fit="99px 1 line 10-11px">a</p>', 'slot-hide'],
    ['<p data-slot="body" data-fit="99px 1 line 10-11px"><b>a</b></p>', 'slot-content'],
    ['<img data-slot="logo"><img data-slot="logo">', 'slot-twice'],
    ['<div>'.repeat(30), 'html-size'],
    ['<br>'.repeat(500), 'html-size'],
    ['<p>a</p>', 'slot-missing'],
  ])('finds what is wrong with %s', (html, rule) => {
    expect(rulesOf(html)).toContain(rule)
  })

  it.each([
    ['@import url(//x);', 'css-at-import'],
    ['@font-face{font-family:x;src:url(x)}', 'css-at-font-face'],
    ['.a{background:url(//x)}', 'css-url'],
    ['.a{--x:url(//x)}', 'css-url'],
    ['.a{position:fixed}', 'css-position'],
    ['.a{pointer-events:none}', 'click-area'],
    ['.a{behavior:x}', 'css-property'],
    ['.a{width:expression(1)}', 'css-function'],
    ['.a{color:red!important}', 'css-important'],
    ['.a{animation:x 1s infinite}', 'animation'],
    ['.a{font-size:6px}', 'text-size'],
    ['.a{color:rde}', 'css-value'],
    ['#a{color:red}', 'css-selector'],
    ['a{color:red}', 'css-selector'],
    [`.a{width:calc${'('.repeat(60)}`, 'css-depth'],
    ['.a{color', 'css-syntax'],
  ])('finds what is wrong with %s', (css, rule) => {
    expect(rulesOf('', css)).toContain(rule)
  })

  it('says where a finding is', () => {
    const { findings } = compileTemplate({ html: '<p>\n  a <b onclick="x">b</b></p>', css: '' })
    expect(findings.find(({ rule }) => rule === 'html-script')).toMatchObject({
      line: 2,
      column: 8,
    })
  })

  it('fills the default of a size, the default of all, or leaves the element out', () => {
    const fit = 'data-fit="200px 1 line 10-12px"'
    const html = `<p data-slot="cta" ${fit} data-default-320x50="Go" data-hide="160x600">Find out &lt;b&gt;</p><h1 data-slot="headline" ${fit}></h1>`
    const { template } = compileTemplate({ html, css: '' })
    const show = (size: '300x250' | '320x50' | '160x600') =>
      assembleCreative({
        ...{ design: { ...DEFAULT_DESIGN, team: template }, size, assets: {} },
        ...{ clickUrl: '/', whyUrl: '/', baseUrl: '' },
      }).html
    expect(show('300x250')).toContain('>Find out &lt;b&gt;</span></p>')
    expect(show('320x50')).toContain('>Go</span></p>')
    expect(show('160x600')).not.toContain('<p>')
    expect(show('300x250')).not.toContain('<h1>')
  })

  it('weighs what is sent', () => {
    for (const size of adSizeSchema.options) {
      const { template } = compileTemplate(STARTER_TEMPLATE)
      const creative = assembleCreative({
        ...{ design: { ...DEFAULT_DESIGN, team: template }, size, assets: {} },
        ...{ clickUrl: 'https://ads.example/ü', whyUrl: '/', baseUrl: '' },
      })
      expect(creative.weightBytes).toBe(new TextEncoder().encode(creative.html).length)
    }
  })
})

describe('the bounds of a source', () => {
  it('are bytes, not letters', () => {
    const html = '本'.repeat(TEMPLATE_LIMITS.htmlBytes / 2)
    expect(templateSourceSchema.safeParse({ html, css: '' }).success).toBe(false)
    expect(templateSourceSchema.safeParse({ html: html.slice(0, 10_000), css: '' }).success).toBe(
      true,
    )
  })

  it('tell so many findings and no more, errors before warnings', () => {
    const html = '<p><img data-slot="image"></p>' + '<a></a>'.repeat(1_000)
    const { findings, hasErrors } = compileTemplate({ html, css: '' })
    expect(hasErrors).toBe(true)
    expect(findings).toHaveLength(TEMPLATE_LIMITS.findings)
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']))
  })
})

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

describeFixtures('hostile texts of others, as a template', 'attack', () => {
  it.each(['attack/blns/blns.json', 'attack/xss/xss.dev.json'])(
    'leave nothing that runs, of %s',
    (file) => {
      const texts = stringsOf(readFixture(file))
      expect(texts.length).toBeGreaterThan(100)
      for (const text of texts) expect(listDangers(serve(text, text))).toEqual([])
    },
    60_000,
  )
})
