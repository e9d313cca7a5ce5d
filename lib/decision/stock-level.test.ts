import { describe, expect, it } from 'vitest'
import { stockLevelOf } from './stock-level'

const names = ['stock.shoe', 'stock.shoe.quantity', 'stock.hat']

describe('stockLevelOf', () => {
  it.each([
    ['nothing known', {}, 'unknown'],
    ['a product in stock', { 'stock.shoe': 'in_stock' }, 'in'],
    ['a product to be ordered', { 'stock.hat': 'preorder' }, 'in'],
    ['many pieces', { 'stock.shoe.quantity': 11 }, 'in'],
    ['few pieces', { 'stock.shoe': 'in_stock', 'stock.shoe.quantity': 10 }, 'low'],
    [
      'few of one and enough of another',
      { 'stock.shoe.quantity': 3, 'stock.hat': 'in_stock' },
      'low',
    ],
    ['no pieces', { 'stock.shoe.quantity': 0 }, 'out'],
    ['one of two sold out', { 'stock.shoe': 'in_stock', 'stock.hat': 'out_of_stock' }, 'out'],
    ['a product that nobody asked for', { 'stock.coat': 'out_of_stock' }, 'unknown'],
  ])('says of %s', (_, fields, level) => {
    expect(stockLevelOf(fields, names)).toBe(level)
  })
})
