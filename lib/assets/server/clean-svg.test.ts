import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanSvg } from './clean-svg'
import { rasteriseSvg } from './rasterise-svg'

const wrap = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50"${attributes}>${inside}</svg>`
const logo = `<defs><style>.a{fill:#e03020}</style><clipPath id="c"><rect width="100" height="50"/></clipPath></defs>
  <g clip-path="url(#c)" id="layer" inkscape:label="Layer"><path class="a" d="M0 0h50v50H0z"/><use xlink:href="#dot"/></g>
  <circle id="dot" cx="75" cy="25" r="20" fill="#1f4a43"/>`

describe('cleanSvg', () => {
  it('keeps what draws and leaves out what editors write for themselves', () => {
    const cleaned = cleanSvg(`<?xml version="1.0"?><!DOCTYPE svg>${wrap(logo)}`)
    if (cleaned.kind === 'invalid') throw new Error(cleaned.message)
    expect(cleaned.svg).toContain('.a{fill:#e03020}')
    expect(cleaned.svg).toContain('href="#dot"')
    expect(cleaned.svg).not.toContain('inkscape')
  })

  it.each([
    ['a script', wrap('<script>alert(1)</script>'), 'script'],
    ['a handler', wrap('<path d="M0 0" onload="alert(1)"/>'), 'script'],
    ['a handler in capitals', wrap('<path d="M0 0" OnClick="alert(1)"/>'), 'script'],
    [
      'a page',
      wrap('<foreignObject><iframe src="https://a.example"/></foreignObject>'),
      'web page',
    ],
    ['a picture elsewhere', wrap('<image href="https://a.example/x.png"/>'), 'holds a picture'],
    ['a file of the server', wrap('<use href="file:///etc/passwd#a"/>'), 'outside of the file'],
    ['CSS from elsewhere', wrap('<style>@import url(https://a.example)</style>'), 'outside'],
    ['CSS that hides an address', wrap('<style>a{fill:u\\72l(https://a)}</style>'), 'outside'],
    ['paint from elsewhere', wrap('<rect fill="url(https://a.example#p)"/>'), 'outside'],
    ['a style sheet', `<?xml-stylesheet href="https://a.example"?>${wrap('')}`, 'style sheet'],
    ['entities', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('')}`, 'entities'],
    ['text', wrap('<text>Sale</text>'), 'outlines'],
    [
      'an animation',
      wrap('<rect><set attributeName="href" to="javascript:1"/></rect>'),
      'animated',
    ],
    ['a page that is not a drawing', '<html><body>Hello</body></html>', 'safely'],
    ['half a drawing', '<svg><g>', 'damaged'],
    ['deep groups', wrap('<g>'.repeat(60) + '</g>'.repeat(60)), 'nested too deeply'],
    ['many shapes', wrap('<rect/>'.repeat(5_001)), 'too many shapes'],
    [
      'symbols that multiply',
      wrap('<g id="a"><rect/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>'),
      'hold other symbols',
    ],
    [
      'symbols repeated without end',
      wrap(`<g id="a">${'<rect/>'.repeat(100)}</g>${'<use href="#a"/>'.repeat(300)}`),
      'repeated too often',
    ],
    [
      'masks that multiply by style',
      wrap('<style>.m{mask:url(#b)}</style><mask id="a"><rect class="m"/></mask><mask id="b"/>'),
      'masks are nested',
    ],
  ])('refuses %s', (_, svg, reason) => {
    const cleaned = cleanSvg(svg)
    expect(cleaned.kind === 'invalid' && cleaned.message).toContain(reason)
  })

  it('lets nothing active through, however it is written', () => {
    const bit = fc.constantFrom(
      ...['<script>', '</script>', ' onload="x"', '<g', '>', '</g>', '/>', 'javascript:', '&#106;'],
      ...['<a href="', '"', '<![CDATA[', ']]>', '<!--', '-->', 'url(', 'http://a', ')', '<use '],
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
        const cleaned = cleanSvg(wrap(bits.join('')))
        if (cleaned.kind === 'ok') {
          expect(cleaned.svg).not.toMatch(/<script|<a[\s>]|\son\w+=|javascript:|url\(\s*['"]?http/i)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('rasteriseSvg', () => {
  it('draws it large, in its proportions and colours', async () => {
    const drawn = await rasteriseSvg(Buffer.from(wrap(logo)))
    if (drawn.kind === 'invalid') throw new Error(JSON.stringify(drawn.issues))
    const { data, info } = await sharp(drawn.bytes).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([2_048, 1_024])
    expect([...data.subarray(0, 4)]).toEqual([0xe0, 0x30, 0x20, 255])
    const middle = (512 * info.width + 1_536) * info.channels
    expect([...data.subarray(middle, middle + 4)]).toEqual([0x1f, 0x4a, 0x43, 255])
  })

  it('refuses a drawing of nothing', async () => {
    const drawn = await rasteriseSvg(Buffer.from(wrap('<g/>', ' width="10" height="10"')))
    expect(drawn).toMatchObject({ kind: 'invalid', issues: [{ path: 'file' }] })
  })
})
