import { describe, expect, it } from 'vitest'
import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { BLOCK, buildBrandAsset } from '@/lib/brand/testing/build-kit'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import type { AdSize } from '@/lib/decision/ad-size'
import type { ProofAsset, ProofSubject } from './guardrail'
import { listLogoGuardrails } from './logo'

const buildLogo = (id: string, size: AdSize, widthPx: number, heightPx: number): ProofAsset => ({
  asset: {
    ...{ id, kind: 'logo', name: id, text: null, altText: id },
    renditions: [
      { size, format: 'png', url: `/media/${id}.png`, widthPx, heightPx, fileSizeBytes: 900 },
    ],
  },
  brand: buildBrandAsset({ id, kind: 'logo', text: null }),
  ...{ isApproved: true, markets: [], rightsStartAtMs: null, rightsEndAtMs: null },
})

function buildSubject(size: AdSize, room: { minWidthPx: number; clearSpaceRatio: number }) {
  const assets = [buildLogo('wordmark', size, 90, 20), buildLogo('emblem', size, 30, 30)]
  return {
    kit: { ...DEFAULT_BRAND_KIT, logo: { ...BLOCK, ...room } },
    slots: [{ key: 'logo', kind: 'logo', assets }],
    design: { ...DEFAULT_DESIGN, template: 'classic' },
    sizes: [size],
    ...{ flight: null, markets: [], category: null, nameOf: () => null },
  } satisfies ProofSubject
}

/** Which of wordmark and emblem break the rule. */
const brokenOf = (subject: ProofSubject) =>
  listLogoGuardrails(subject).map(({ violation }) =>
    violation.kind === 'boxes' ? violation.boxes.map(([part]) => [...(part?.assets ?? [])]) : null,
  )

describe('the room of a logo', () => {
  it('is asked for only where the kit asks for it and the layout shows a logo', () => {
    const subject = buildSubject('300x250', { minWidthPx: 8, clearSpaceRatio: 0 })
    expect(brokenOf(subject)).toEqual([[]])
    const kit = { ...subject.kit, logo: null }
    expect(listLogoGuardrails({ ...subject, kit })).toEqual([])
    expect(brokenOf(buildSubject('320x50', { minWidthPx: 400, clearSpaceRatio: 2 }))).toEqual([])
  })

  it('is too little where a logo is shown narrower than it may be', () => {
    const subject = buildSubject('300x250', { minWidthPx: 60, clearSpaceRatio: 0 })
    const [guardrail] = listLogoGuardrails(subject)
    expect(brokenOf(subject)).toEqual([[[0, 1]]])
    expect(guardrail).toMatchObject({ kind: 'logo', guard: { severity: 'block' } })
    expect(guardrail?.fix).toMatch(/^In 300 × 250 it is shown 30 px wide\. Choose another layout/)
  })

  it('is too little where less is free around it than its height asks for', () => {
    // On the picture's corner: 10 px and 4 px of its chip above it.
    const room = { minWidthPx: 8, clearSpaceRatio: 0.5 }
    expect(brokenOf(buildSubject('300x250', room))).toEqual([[[0, 1]]])
    expect(brokenOf(buildSubject('300x250', { ...room, clearSpaceRatio: 0.45 }))).toEqual([[]])
    expect(brokenOf(buildSubject('300x250', { ...room, clearSpaceRatio: 1 }))).toEqual([[[1, 1]]])
  })
})
