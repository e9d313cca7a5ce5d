export interface Product {
  readonly slug: string
  readonly name: string
  readonly line: string
  readonly priceEur: number
  readonly details: readonly string[]
  readonly colors: readonly [string, string, string]
}

export const PRODUCTS: readonly Product[] = [
  {
    slug: 'rain-jacket',
    name: 'Tidal rain jacket',
    line: 'Three layers, taped seams, packs into its own pocket.',
    priceEur: 149,
    details: ['Waterproof to 20,000 mm', 'Recycled shell', 'Repaired free for five years'],
    colors: ['#274c5e', '#e6c15a', '#b9d2d6'],
  },
  {
    slug: 'trail-boots',
    name: 'Ridge trail boots',
    line: 'Broken in before you are. Leather from one tannery.',
    priceEur: 189,
    details: ['Resoleable welt', 'Wool lined', 'Sizes 35 to 48'],
    colors: ['#6b4226', '#c98f4e', '#d9dcc5'],
  },
  {
    slug: 'wool-jumper',
    name: 'Harbour wool jumper',
    line: 'Undyed wool, knitted in one piece.',
    priceEur: 95,
    details: ['Merino, 19.5 micron', 'No seams to itch', 'Washes at 30°'],
    colors: ['#8a3f3b', '#efe3d0', '#dcc7b4'],
  },
]
