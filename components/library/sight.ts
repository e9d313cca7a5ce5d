/** What is seen of a picture: its scale, and how far it is shifted as ratios of the frame. */
export interface Sight {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export const WHOLE: Sight = { scale: 1, x: 0, y: 0 }
const MOST = 8

/** Larger or smaller around the middle of the frame, never smaller than the whole. */
export function zoomSight({ scale, x, y }: Sight, factor: number): Sight {
  const next = Math.min(MOST, Math.max(1, scale * factor))
  return keepInside({ scale: next, x: (x * next) / scale, y: (y * next) / scale })
}

export function moveSight({ scale, x, y }: Sight, byX: number, byY: number): Sight {
  return keepInside({ scale, x: x + byX, y: y + byY })
}

/** The picture never leaves its frame. */
function keepInside({ scale, x, y }: Sight): Sight {
  const most = (scale - 1) / 2
  const clamp = (value: number) => Math.min(most, Math.max(-most, value))
  return { scale, x: clamp(x), y: clamp(y) }
}
