import { expect, it } from 'vitest'
import { describeAsIs } from './describe-as-is'

const now = { 'weather.condition': 'rain', 'stock.kayak': 'out_of_stock', 'promotion.sale': true }

it.each([
  ['weather.condition', undefined, 'As the feed says now: rain'],
  ['stock.kayak', undefined, 'As the feed says now: out of stock'],
  ['promotion.sale', undefined, 'As the feed says now: yes'],
  ['weather.condition', 'snow', 'As the feed says now'],
  ['stock.skis', undefined, 'As the feed says now'],
  ['profile.tier', undefined, 'Not known'],
])('leaves %s (imagined %s) as “%s”', (name, imagined, words) => {
  expect(describeAsIs(name, imagined, now)).toBe(words)
})
