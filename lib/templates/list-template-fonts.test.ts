import { expect, it } from 'vitest'
import { compileTemplate } from './compile-template'
import { listTemplateFonts } from './list-template-fonts'
import { STARTER_TEMPLATE } from './starter-template'

const fontsOf = (css: string) =>
  listTemplateFonts(compileTemplate({ html: '<p>x</p>', css }).template.css)

it.each([
  ['.a{font-family:Inter,"Comic Sans MS",sans-serif}', ['Inter', 'Comic Sans MS']],
  ['.a{font:italic 700 14px/1.2 Times New Roman,serif}', ['Times New Roman']],
  ['.a{font-family:inherit}.b{font:inherit}', []],
  ['.a{font-family:var(--ad-heading-font)}', []],
  ['.a{--x:Impact;font-family:var(--x)}', ['var(--x)']],
  ['.a{font-family:inter}.b{font-family:Inter}', ['inter']],
  ['@media (min-width:1px){.a{font-family:Impact}}', ['Impact']],
  ['.a{color:red}', []],
])('names the fonts of %s', (css, fonts) => expect(fontsOf(css)).toEqual(fonts))

it('finds none in the starter template', () => {
  expect(fontsOf(STARTER_TEMPLATE.css)).toEqual([])
})
