import { describe, expect, it } from 'vitest'
import { filterOptions } from './filter-options'
import { groupOptions } from './group-options'

const options = [
  { value: 'de-BE', label: 'Köln weekend', group: 'Germany' },
  { value: 'fr', label: 'Paris', description: 'rainy evenings', group: 'France' },
  { value: 'de-M', label: 'Munich', group: 'Germany' },
]
const values = (query: string) => filterOptions(options, query).map((option) => option.value)

describe('filterOptions', () => {
  it('keeps everything for an empty query', () => {
    expect(values('  ')).toEqual(['de-BE', 'fr', 'de-M'])
  })
  it('ignores case and accents', () => {
    expect(values('KOLN')).toEqual(['de-BE'])
  })
  it('needs every word, in any of label, description and value', () => {
    expect(values('evenings paris')).toEqual(['fr'])
    expect(values('paris munich')).toEqual([])
    expect(values('de-')).toEqual(['de-BE', 'de-M'])
  })
})

describe('groupOptions', () => {
  it('gathers groups in first-seen order', () => {
    expect(groupOptions(options).map(([heading, members]) => [heading, members.length])).toEqual([
      ['Germany', 2],
      ['France', 1],
    ])
  })
})
