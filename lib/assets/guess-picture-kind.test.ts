import { expect, it } from 'vitest'
import { guessPictureKind } from './guess-picture-kind'

const photo = { widthPx: 3_000, heightPx: 2_000, hasAlpha: false }

it.each([
  ['Acme_Logo-2026.png', photo, 'logo'],
  ['brand/wordmark.svg', undefined, 'logo'],
  ['heroBackground.jpg', photo, 'background'],
  ['textures/wood.png', undefined, 'background'],
  ['logistics-truck.jpg', photo, 'image'],
  ['iconic-shoe.jpg', photo, 'image'],
  ['boots.jpg', undefined, 'image'],
  ['name.png', { widthPx: 800, heightPx: 200, hasAlpha: true }, 'logo'],
  ['packshot.png', { widthPx: 800, heightPx: 800, hasAlpha: true }, 'image'],
  ['panorama.jpg', { widthPx: 4_000, heightPx: 1_000, hasAlpha: false }, 'background'],
] as const)('%s is taken for what it is', (name, shape, kind) => {
  expect(guessPictureKind(name, shape)).toBe(kind)
})
