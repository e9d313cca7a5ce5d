import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { drawEmblem, drawWordmark } from './logo'
import { PICTURES } from './pictures'
import { renderPhoto } from './render-picture'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe.each(PICTURES)('$name', ({ draw }) => {
  it('is the same text for the same seed and another for another', () => {
    expect(hashOf(draw(11))).toBe(hashOf(draw(11)))
    expect(hashOf(draw(12))).not.toBe(hashOf(draw(11)))
  })

  it('has no broken numbers', () => {
    expect(draw(11)).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe('pictures', () => {
  it('are different from each other', () => {
    expect(new Set(PICTURES.map(({ draw }) => hashOf(draw(11)))).size).toBe(PICTURES.length)
    expect(new Set(PICTURES.map(({ name }) => name)).size).toBe(PICTURES.length)
  })

  it('render as large JPEGs with light and shade', async () => {
    const [picture] = PICTURES
    const { default: sharp } = await import('sharp')
    const photo = sharp(await renderPhoto(picture?.draw(11) ?? ''))
    expect(await photo.metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1200 })
    const { channels } = await photo.stats()
    for (const { stdev } of channels) expect(stdev).toBeGreaterThan(25)
  })
})

describe('logos', () => {
  it('need no font', () => {
    expect(drawWordmark('#1f4a43') + drawEmblem()).not.toContain('<text')
  })
})
