import { readField, type ContextFields } from './field-index'

/** So few pieces left are low stock. */
const LOW_STOCK_PIECES = 10

/** How the products that a campaign's rules and segments name are in stock. */
export type StockLevel = 'out' | 'low' | 'in' | 'unknown'

/** Whether a field tells of stock: `stock.<product>` or `stock.<product>.quantity`. */
export const isStockField = (name: string) => name.startsWith('stock.')

/**
 * The scarcest of the given stock fields: an availability (`out_of_stock` is out, anything else in)
 * or a number of pieces (0 is out, up to 10 low). `unknown` where none of them is present.
 */
export function stockLevelOf(fields: ContextFields, names: readonly string[]): StockLevel {
  let level: StockLevel = 'unknown'
  for (const name of names) {
    const value = readField(fields, name)
    if (value === undefined) continue
    if (value === 'out_of_stock' || (typeof value === 'number' && value <= 0)) return 'out'
    const isLow = typeof value === 'number' && value <= LOW_STOCK_PIECES
    if (isLow || level === 'low') level = 'low'
    else level = 'in'
  }
  return level
}
