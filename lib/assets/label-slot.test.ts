import { expect, it } from 'vitest'
import { labelSlot } from './label-slot'

it.each([
  ['cta', 'cta', 'Call to action'],
  ['second_image', 'image', 'Picture · second image'],
  ['hero_text', null, 'Hero text'],
] as const)('calls the slot %s of kind %s “%s”', (key, kind, label) => {
  expect(labelSlot(key, kind)).toBe(label)
})
