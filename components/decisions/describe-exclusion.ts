interface Exclusion {
  readonly ruleName: string | null
  readonly pair: string | null
  readonly limit: string | null
}

/** Why an asset was not eligible, to follow its name. */
export function describeExclusion({ ruleName, pair, limit }: Exclusion): string {
  if (limit !== null) return `left out: ${limit}`
  return pair === null ? `taken out by “${ruleName ?? 'a rule'}”` : `kept out: ${pair}`
}
