import { describe, expect, it } from 'vitest'
import { buildKit, BLOCK } from '@/lib/brand/testing/build-kit'
import { buildRule } from '@/lib/campaigns/testing/build-draft'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { auditSchema } from './audit'
import { auditCampaign } from './audit-campaign'
import type { AuditInput } from './audit-input'
import {
  buildInput,
  buildPicture,
  buildSlotOf,
  buildText,
  IN_GERMAN,
  placeIn,
} from './testing/build-audit'

const LONG = 'Waterproof walking boots for the whole family, now at half price'

const sentencesOf = (input: AuditInput, topic?: string) =>
  auditCampaign(input)
    .findings.filter((finding) => topic === undefined || finding.topic === topic)
    .map(({ sentence }) => sentence)

describe('auditCampaign', () => {
  it('finds nothing to mend where there is nothing', () => {
    const audit = auditCampaign(
      buildInput({
        slots: [
          buildSlotOf('headline', [buildText('h1', 'Dry feet'), buildText('h2', 'Warm and light')]),
          buildSlotOf('image', [buildPicture('i1'), buildPicture('i2')]),
        ],
        placements: placeIn('300x250', '320x50'),
      }),
    )
    expect(audit.findings).toEqual([])
    expect(audit.counts).toEqual({ error: 0, warning: 0, info: 0 })
    expect(auditSchema.parse(audit)).toEqual(audit)
  })

  it('names a headline that is too long for one size in one language, with its limit', () => {
    const input = buildInput(
      {
        slots: [
          buildSlotOf('headline', [
            buildText('en', 'Dry feet'),
            buildText('de', 'Wasserdichte Wanderschuhe für die ganze Familie'),
          ]),
        ],
        placements: placeIn('320x50', '970x250'),
      },
      { de: { locale: 'de' } },
    )
    const finding = auditCampaign(input).findings.find(({ topic }) => topic === 'coverage')
    expect(finding?.sentence).toMatch(
      /^No headline of [345]\d characters or fewer for 320 × 50 in German\.$/,
    )
    expect(finding?.detail).toMatch(/^The shortest is \d+ characters too long/)
    expect(finding).toMatchObject({
      severity: 'warning',
      where: { slots: ['headline'], sizes: ['320x50'], locales: ['de'], segmentIds: [] },
      fix: { kind: 'write_copy', locale: 'de', sizes: ['320x50'], assetKind: 'headline' },
    })
  })

  it('does not say for each segment what nobody has', () => {
    const input = buildInput({
      slots: [
        buildSlotOf('headline', []),
        buildSlotOf('image', [buildPicture('i1', {}, ['300x250'])]),
      ],
      segments: ['a', 'b'].map((id) => ({ id, name: id, condition: IN_GERMAN })),
      placements: placeIn('300x250', '728x90'),
    })
    expect(sentencesOf(input, 'coverage')).toEqual([
      'The slot “Headline” is empty.',
      'No picture for 728 × 90.',
    ])
  })

  it('names the segment from which a rule keeps the only text that fits', () => {
    const input = buildInput({
      slots: [buildSlotOf('headline', [buildText('h1', 'Dry feet'), buildText('h2', LONG)])],
      segments: [{ id: 's1', name: 'Regulars', condition: { kind: 'all', of: [] } }],
      rules: [
        buildRule('r1', {
          condition: { kind: 'segment', segmentId: 's1' },
          effect: { kind: 'show', slot: 'headline', assetIds: ['h2'] },
        }),
      ],
      placements: placeIn('320x50'),
    })
    const [finding] = auditCampaign(input).findings.filter(({ topic }) => topic === 'coverage')
    expect(finding?.sentence).toMatch(
      /^No headline of \d+ characters or fewer for 320 × 50 for the segment “Regulars”\.$/,
    )
    expect(finding?.fix).toEqual({ kind: 'go_to', step: 'rules', path: 'r1' })
  })

  it('leaves out viewers that cannot be', () => {
    const input = buildInput(
      {
        slots: [buildSlotOf('headline', [buildText('h1', 'Dry feet'), buildText('d1', 'Trocken')])],
        segments: [{ id: 's1', name: 'Germans', condition: IN_GERMAN }],
        rules: [
          buildRule('r1', {
            condition: { kind: 'segment', segmentId: 's1' },
            effect: { kind: 'show', slot: 'headline', assetIds: ['d1'] },
          }),
        ],
      },
      { d1: { locale: 'de' } },
    )
    expect(sentencesOf(input, 'coverage')).toEqual([])
  })

  it('tells what waits from what is missing, and offers to submit it', () => {
    const input = buildInput({
      slots: [buildSlotOf('headline', [buildText('h1', 'Dry feet', { state: 'draft' })])],
    })
    expect(auditCampaign(input).findings).toMatchObject([
      {
        sentence: 'No approved headline for 300 × 250.',
        fix: { kind: 'submit', assetIds: ['h1'] },
      },
      { topic: 'readiness', fix: { kind: 'submit', assetIds: ['h1'] } },
    ])
  })

  it('finds copy that reaches readers of another language until a rule keeps it', () => {
    const slots = [
      buildSlotOf('headline', [buildText('h1', 'Dry feet'), buildText('d1', 'Trockene Füße')]),
    ]
    const details = { d1: { locale: 'de-CH' } }
    const leaks = auditCampaign(buildInput({ slots }, details)).findings.filter(
      ({ topic }) => topic === 'language',
    )
    expect(leaks.map(({ fix }) => fix)).toMatchObject([
      { kind: 'keep_to_language', language: 'de', assetIds: ['d1'] },
      { kind: 'keep_to_language', language: 'en', assetIds: ['h1'] },
    ])
    const keep = (id: string, value: string, assetId: string) =>
      buildRule(id, {
        condition: { kind: 'not', of: { ...IN_GERMAN, value } as typeof IN_GERMAN },
        effect: { kind: 'exclude', slot: 'headline', assetIds: [assetId] },
      })
    const rules = [keep('r1', 'de', 'd1'), keep('r2', 'en', 'h1')]
    expect(sentencesOf(buildInput({ slots, rules }, details), 'language')).toEqual([])
  })

  it('finds twins: the same words, a word exchanged, a recompressed picture', () => {
    const input = buildInput(
      {
        slots: [
          buildSlotOf('headline', [
            buildText('h1', 'Dry feet in any weather', { state: 'draft' }),
            buildText('h2', 'DRY FEET, in any weather!'),
            buildText('h3', 'Something else altogether'),
          ]),
          buildSlotOf('image', [buildPicture('i1'), buildPicture('i2'), buildPicture('i3')]),
        ],
      },
      {
        i1: { perceptualHash: 0b1111n },
        i2: { perceptualHash: 0b1011n },
        i3: { perceptualHash: -1n },
      },
    )
    const twins = auditCampaign(input).findings.filter(({ topic }) => topic === 'duplicates')
    expect(twins).toMatchObject([
      // The approved one stays.
      { severity: 'warning', fix: { kind: 'take_out', slot: 'headline', assetIds: ['h1'] } },
      { severity: 'info', fix: { kind: 'take_out', slot: 'image', assetIds: ['i2'] } },
    ])
  })

  it('finds rights that end during the flight, and says what then remains', () => {
    const slots = [buildSlotOf('image', [buildPicture('i1'), buildPicture('i2')])]
    const ends = (rightsEndAtMs: number) => ({ rightsEndAtMs })
    const soon = Date.parse('2026-11-20T10:00:00Z')
    const [finding] = auditCampaign(buildInput({ slots }, { i1: ends(soon) })).findings
    expect(finding).toMatchObject({
      severity: 'warning',
      sentence: 'The rights to “Picture i1” end on 20 Nov 2026, 11 days before the flight does.',
      detail: 'From then on 1 is left in the slot “Picture”.',
      fix: { kind: 'open_asset', assetId: 'i1', field: 'rights' },
    })
    const both = auditCampaign(buildInput({ slots }, { i1: ends(soon), i2: ends(soon - 1) }))
    expect(both.findings.map(({ severity }) => severity)).toEqual(['error', 'warning'])
    const over = auditCampaign(buildInput({ slots }, { i1: ends(1) }))
    expect(over.findings[0]?.sentence).toBe('The rights to “Picture i1” ended on 1 Jan 1970.')
    expect(over.inventory[0]?.standing).toBe('out')
  })

  it('names the heaviest part of an ad that weighs too much', () => {
    const heavy = buildPicture('i2')
    const input = buildInput({
      slots: [
        buildSlotOf('image', [
          buildPicture('i1'),
          {
            ...heavy,
            renditions: heavy.renditions.map((one) => ({ ...one, fileSizeBytes: 160_000 })),
          },
        ]),
      ],
    })
    const audit = auditCampaign(input)
    expect(audit.findings).toMatchObject([
      { severity: 'error', fix: { kind: 'pause', slot: 'image', assetId: 'i2' } },
    ])
    const weight = audit.weights.find(({ size }) => size === '300x250')
    expect(weight).toMatchObject({ requestCount: 2, limitBytes: 150_000 })
    // 160 kB and more at 1.6 Mbit/s, after four round trips of 150 ms.
    expect(weight?.heaviestLoadMs).toBeGreaterThan(600 + 781)
  })

  it('takes the brand kit’s word', () => {
    const banned = {
      ...{ ...BLOCK, id: 'w1', kind: 'banned' as const, phrases: ['cheap'] },
      ...{ locales: [], assetKinds: [] },
    }
    const kit = buildKit({ voice: { ...buildKit().voice, words: [banned] } })
    const input = buildInput(
      { slots: [buildSlotOf('headline', [buildText('h1', 'Cheap boots')])] },
      {},
      { kit },
    )
    expect(auditCampaign(input).findings).toMatchObject([
      { topic: 'brand', severity: 'error', fix: { kind: 'open_asset', field: 'text' } },
    ])
  })

  it('says why an asset cannot fill a size', () => {
    const input = buildInput({
      slots: [
        buildSlotOf('body', [buildText('b1', 'Tested on 800 km of trail')]),
        buildSlotOf('headline', [buildText('h1', LONG)]),
        buildSlotOf('image', [buildPicture('i1', {}, ['300x250'])]),
      ],
    })
    const reasonsOf = (slot: string, size: string) =>
      auditCampaign(input).inventory.find((row) => row.slot === slot)?.fits[
        adSizeSchema.options.findIndex((one) => one === size)
      ]
    expect(reasonsOf('body', '320x50')).toEqual({
      state: 'no_room',
      reason: 'No room for a body text',
    })
    expect(reasonsOf('headline', '320x50')?.reason).toMatch(/^\d+ characters too long$/)
    expect(reasonsOf('image', '728x90')).toEqual({
      state: 'missing',
      reason: 'Has no picture in this size',
    })
  })

  it('lists so many findings of a topic and counts the rest', () => {
    const assets = Array.from({ length: 100 }, (_, index) =>
      buildPicture(`i${index}`, { altText: '' }),
    )
    const audit = auditCampaign(buildInput({ slots: [buildSlotOf('image', assets)] }))
    expect(audit.counts.warning).toBe(100)
    expect(audit.findings.length + audit.omittedFindingCount).toBe(100)
    expect(audit.omittedFindingCount).toBeGreaterThan(0)
  })

  it('narrows the matrix to a segment and a language', () => {
    const input = buildInput(
      {
        slots: [buildSlotOf('headline', [buildText('h1', 'Dry feet'), buildText('d1', 'Trocken')])],
        segments: [{ id: 's1', name: 'Regulars', condition: { kind: 'all', of: [] } }],
      },
      { d1: { locale: 'de' } },
    )
    const cellOf = (segment: string, locale: string) =>
      auditCampaign(input, { segment, locale }).coverage.rows[0]?.cells[0]
    expect(cellOf('s1', 'de')).toMatchObject({ state: 'good', good: 1, viewers: { of: 1 } })
    expect(cellOf('all', 'all')).toMatchObject({ state: 'good', viewers: { of: 4, count: 4 } })
  })
})
