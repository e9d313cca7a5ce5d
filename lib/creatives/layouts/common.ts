/** Largest and smallest font size, and lines at most. */
export const text = (maxPx: number, minPx: number, lines: number) => ({ maxPx, minPx, lines })

export const COMMON = {
  justify: 'center',
  align: 'start',
  side: null,
  isCtaWide: false,
  shade: null,
  disclaimerLines: 1,
  tiles: null,
  ctaLook: 'button',
  hasRule: false,
} as const

/** Of a picture and a panel of text: what is said at the top, what to do at the foot. */
export const STACKED = { ...COMMON, justify: 'space-between', logo: 'picture' } as const

/** Of a size with room for a headline and a button alone. */
export const TINY = { ...COMMON, body: null, logo: null, disclaimerLines: 0 } as const
