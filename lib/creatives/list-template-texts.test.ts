import { expect, it } from 'vitest'
import { compileTemplate } from '@/lib/templates/compile-template'
import { listTemplateTexts } from './list-template-texts'

it('lists what a template says by itself, and nothing of its markup', () => {
  const html = `<div title="a &lt; b"><p class="x">Fish &amp; chips</p>
    <h1 data-slot="headline" data-fit="200px 2 lines 14-20px">Fresh today</h1><b>Only</b> now</div>`
  const { template } = compileTemplate({ html, css: '.x{color:red}' })
  const texts = listTemplateTexts(template)
  for (const said of ['Fish & chips', 'Fresh today', 'Only', 'now']) expect(texts).toContain(said)
  expect(texts.join(' ')).not.toMatch(/[<>=]|class|data-|h1/)
})
