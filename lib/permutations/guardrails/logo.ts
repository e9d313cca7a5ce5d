import { measureLogo } from '@/lib/creatives/logo-room'
import { type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import { groupSizes } from './disclaimers'
import { type Guardrail, partOf, type ProofAsset, type ProofSubject } from './guardrail'
import { findShownSlot } from './shown-slots'

/** The logo where it is shown: wide enough, and with enough free room around it. */
export function listLogoGuardrails(subject: ProofSubject): Guardrail[] {
  const { kit, design, slots } = subject
  const rule = kit.logo
  const slot = slots.findIndex(({ kind }) => kind === 'logo')
  if (!rule || design.team || slot < 0) return []
  const percent = Math.round(rule.clearSpaceRatio * 100)
  const sizes = subject.sizes.filter((size) => findShownSlot(subject, size, 'logo') === slot)
  const failingIn = (size: AdSize) =>
    partOf(slots, slot, ({ asset }) => describeFault(subject, size, asset) !== null)
  return groupSizes({ ...subject, sizes }, (size) => failingIn(size).assets.join()).map((group) => {
    const [size = '300x250'] = group
    const failing = failingIn(size)
    const faults = slots[slot]?.assets.map(({ asset }) => describeFault(subject, size, asset)) ?? []
    const fault = faults.find((one) => one !== null)
    return {
      id: `logo:${size}`,
      kind: 'logo',
      title: `The logo is at least ${rule.minWidthPx} px wide, with ${percent} % of its height free around it`,
      guard: rule,
      sizes: group,
      violation: { kind: 'boxes', boxes: failing.assets.includes(1) ? [[failing]] : [] },
      fix: fault ? `${fault} Choose another layout, or a logo of another shape.` : '',
    }
  })
}

/** What is wrong with a logo in a size; null where nothing is, or it is not shown. */
function describeFault(
  { kit, design }: ProofSubject,
  size: AdSize,
  asset: ProofAsset['asset'],
): string | null {
  const room = measureLogo(design, size, asset)
  if (!room || !kit.logo) return null
  const { minWidthPx, clearSpaceRatio } = kit.logo
  // Half a pixel is what browsers round.
  if (room.widthPx + 0.5 < minWidthPx) {
    return `In ${labelAdSize(size)} it is shown ${Math.round(room.widthPx)} px wide.`
  }
  const neededPx = clearSpaceRatio * room.heightPx
  return room.clearPx + 0.5 < neededPx
    ? `In ${labelAdSize(size)} it is shown ${Math.round(room.heightPx)} px high with ${Math.floor(room.clearPx)} px free around it; ${Math.ceil(neededPx)} px are needed.`
    : null
}
