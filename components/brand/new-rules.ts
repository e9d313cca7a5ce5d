import { v4 as createUuid } from 'uuid'
import type {
  BrandKit,
  Claim,
  DisclaimerRule,
  Guard,
  PairRule,
  WordRule,
} from '@/lib/brand/brand-kit'

const GUARD: Guard = { severity: 'warn', reason: 'House style', owner: 'Brand team' }

/** What a rule begins with when somebody turns it on. */
export const STARTING_RULES = {
  palette: { ...GUARD, colors: [{ name: 'Main', hex: '#1f4a43' }], tolerance: 0.05 },
  fonts: {
    ...GUARD,
    heading: 'Helvetica, Arial, sans-serif',
    body: 'Helvetica, Arial, sans-serif',
  },
  logo: { ...GUARD, minWidthPx: 60, clearSpaceRatio: 0.25 },
  capitals: { ...GUARD, maxShare: 0.5 },
  exclamations: { ...GUARD, maxCount: 0 },
  readingLevel: { ...GUARD, maxLix: 45 },
} satisfies Partial<BrandKit & BrandKit['voice']>

const newId = (): string => createUuid().slice(0, 12)

export function createWordRule(): WordRule {
  return { ...GUARD, id: newId(), kind: 'banned', phrases: [], locales: [], assetKinds: [] }
}

export function createClaim(): Claim {
  return {
    ...{ ...GUARD, severity: 'block', reason: 'Claims need their terms', owner: 'Legal' },
    ...{ id: newId(), phrases: [], locales: [], disclaimer: { assetIds: [], tags: [] } },
  }
}

export function createDisclaimerRule(): DisclaimerRule {
  return {
    ...{ ...GUARD, severity: 'block', reason: 'The law asks for it', owner: 'Legal' },
    ...{ id: newId(), name: '', markets: [], categories: [] },
    disclaimer: { assetIds: [], tags: [] },
  }
}

export function createPairRule(): PairRule {
  const nothing = { assetIds: [], tags: [] }
  return { ...GUARD, id: newId(), kind: 'never', first: nothing, second: nothing }
}
