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
