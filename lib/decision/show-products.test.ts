import { describe, expect, it } from 'vitest'
import { decide } from './decide'
import { policySettingsOf } from './policy-settings'
import { prepareSnapshot } from './prepare-snapshot'
import { replayDecision } from './replay-decision'
import { showProducts } from './show-products'
import type { SnapshotProduct } from './snapshot'
import { buildInput, buildSnapshot } from './testing/build-snapshot'
import { createUniformPolicy } from './uniform-policy'

const product = (id: string, landingUrl: string | null): SnapshotProduct => ({
  ...{ id, name: id, priceMicros: 1, currency: 'EUR', landingUrl, renditions: [] },
})
const base = buildSnapshot()
const snapshot = {
  ...base,
  design: {
    ...base.design,
    products: [
      product('own', 'https://shop.example/coat?a=1'),
      product('foreign', 'https://other.example/coat'),
      product('homeless', null),
    ],
  },
}
const prepared = prepareSnapshot(snapshot)
const policy = createUniformPolicy(policySettingsOf(snapshot))
const { record } = decide(prepared, buildInput({ seed: 5 }), policy)
const shown = (...ids: string[]) => ids.map((id) => ({ id, priceMicros: 2 }))

describe('showProducts', () => {
  it('leads from a single product to its page, on the site of the campaign only', () => {
    expect(showProducts(snapshot, record, shown('own')).landingUrl).toBe(
      'https://shop.example/coat?a=1',
    )
    for (const id of ['foreign', 'homeless', 'unknown']) {
      expect(showProducts(snapshot, record, shown(id)).landingUrl).toBe(record.landingUrl)
    }
    expect(showProducts(snapshot, record, shown('own', 'foreign')).landingUrl).toBe(
      record.landingUrl,
    )
  })

  it('leaves a decision without products as it is', () => {
    expect(showProducts(snapshot, record, undefined)).toBe(record)
    expect(showProducts(snapshot, record, [])).toBe(record)
  })

  it('is replayed from what the record says of the stock', () => {
    const served = showProducts(snapshot, record, shown('own'))
    expect(replayDecision(prepared, served, policy).kind).toBe('identical')
    const forged = { ...served, landingUrl: 'https://other.example/' }
    expect(replayDecision(prepared, forged, policy).kind).toBe('different')
  })
})
