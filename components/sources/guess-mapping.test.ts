import { describe, expect, it } from 'vitest'
import { mappingSchema } from '@/lib/sources/mapping'
import { guessMapping, readCsvSample } from './guess-mapping'

describe('guessing how a file maps', () => {
  it('finds id, consent and types, and leaves personal columns out', () => {
    const sample = readCsvSample(
      '\uFEFFcustomer_id;E-mail;Marketing consent;Total spend;VIP\n1;a@b.c;yes;12.5;no\n2;d@e.f;no;7;yes\n',
    )
    expect(sample).not.toBeNull()
    const mapping = guessMapping(sample ?? { columns: [], rows: [] })
    expect(mapping).toEqual({
      idColumn: 'customer_id',
      consentColumn: 'Marketing consent',
      attributes: [
        { column: 'Total spend', attribute: 'totalSpend', type: 'number' },
        { column: 'VIP', attribute: 'vip', type: 'boolean' },
      ],
    })
    expect(mappingSchema.safeParse(mapping).success).toBe(true)
  })

  it('answers nothing for what is no table', () => {
    expect(readCsvSample('')).toBeNull()
    expect(readCsvSample('only,a,header\n')).toBeNull()
  })
})
