import { measureLogo } from '@/lib/creatives/logo-room'
import { type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import { type Guardrail, partOf, type ProofAsset, type ProofSubject } from './guardrail'
import { findShownSlot } from './shown-slots'

/** The logo where it is shown: wide enough, and with enough free room around it. */
export function listLogoGuardrails(subject: ProofSubject): Guardrail[] {
  const { kit, design, slots } = subject
  const rule = kit.logo
  if (!rule) return []
  const percent = Math.round(rule.clearSpaceRatio * 100)
  return subject.sizes.flatMap((size): Guardrail[] => {
    const slot = findShownSlot(subject, size, 'logo')
    if (slot < 0 || design.team) return []
    const faultOf = ({ asset }: ProofAsset) => describeFault(subject, size, asset)
    const [fault] = slots[slot]?.assets.flatMap((asset) => faultOf(asset) ?? []) ?? []
    const failing = partOf(slots, slot, (asset) => faultOf(asset) !== null)
    return [
      {
        id: `logo:${size}`,
        kind: 'logo',
        title: `The logo is at least ${rule.minWidthPx} px wide, with ${percent} % of its height free around it`,
        guard: rule,
        sizes: [size],
        violation: { kind: 'boxes', boxes: failing.assets.includes(1) ? [[failing]] : [] },
        fix: fault
          ? `${fault} Choose another layout for ${labelAdSize(size)}, or a logo of another shape.`
          : '',
      },
    ]
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
    return `It is shown ${Math.round(room.widthPx)} px wide.`
  }
  const neededPx = clearSpaceRatio * room.heightPx
  return room.clearPx + 0.5 < neededPx
    ? `It is shown ${Math.round(room.heightPx)} px high with ${Math.floor(room.clearPx)} px free around it; ${Math.ceil(neededPx)} px are needed.`
    : null
}
