import { describe, expect, it } from 'vitest'
import type { AssetResponse } from '@/lib/assets/asset'
import { assetFormSchema, isContentChanged, toAssetFormValues, toAssetUpdate } from './asset-form'

const headline: AssetResponse = {
  ...{ id: 'a', kind: 'headline', state: 'approved', name: 'Warm', text: 'Warm', altText: '' },
  ...{
    locale: 'en',
    tags: [],
    markets: [],
    source: '',
    notes: '',
    theme: null,
    picture: null,
    video: null,
  },
  ...{ rightsStartAt: null, rightsEndAt: '2026-12-24T15:00:00.000Z', rights: 'fine' },
  ...{ version: 1, contentSha256: '', createdAt: '2026-11-01T00:00:00.000Z' },
  updatedAt: '2026-11-01T00:00:00.000Z',
}
const values = toAssetFormValues(headline)

describe('the form of an asset', () => {
  it('leaves rights as they were to the minute unless they are touched', () => {
    expect(toAssetUpdate(headline, values)).not.toHaveProperty('rightsEndAt')
    const until = toAssetUpdate(headline, { ...values, rightsUntil: '' })
    expect(until.rightsEndAt).toBeNull()
  })

  it('knows what a viewer would see', () => {
    expect(
      isContentChanged(headline, { ...values, tags: ['x'], notes: 'y', markets: ['DE'] }),
    ).toBe(false)
    expect(isContentChanged(headline, { ...values, locale: 'de' })).toBe(true)
    expect(isContentChanged(headline, { ...values, text: 'Cold' })).toBe(true)
  })

  it('refuses a last day before the first', () => {
    const turned = { ...values, rightsFrom: '2026-12-02', rightsUntil: '2026-12-01' }
    expect(assetFormSchema.safeParse(turned).error?.issues[0]?.path).toEqual(['rightsUntil'])
    expect(assetFormSchema.safeParse({ ...turned, rightsUntil: '2026-12-02' }).success).toBe(true)
  })
})
