import { KIND_LABELS } from '@/lib/assets/kind-labels'
import type { RenderFinding } from '@/lib/render-checks/render-check'

/** A finding in a sentence without the name of its element. */
export function describeFinding({ kind, part, value, needed }: RenderFinding): string {
  const text = KIND_LABELS[part]
  switch (kind) {
    case 'overflow':
      return `${text} leaves the ad by ${value} px`
    case 'clipped':
      return value === 0 ? `${text} is shortened` : `${text} is cut off by ${value} px`
    case 'contrast':
      return `${text} has a contrast of ${value.toFixed(2)}; ${needed} is needed`
  }
}
