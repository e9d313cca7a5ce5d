/** From this area on MRC lets 30 % of the pixels make an ad viewable (disclosed in the report). */
const LARGE_AREA_PX = 242_500
const CONTINUOUS_MS = 1_000

/** Sends a report that outlives the page. */
export function report(url: string): void {
  try {
    if (navigator.sendBeacon(url)) return
  } catch {
    // Refused by a content blocker or by the page's policy: fetch may still pass.
  }
  fetch(url, { method: 'POST', keepalive: true, mode: 'no-cors' }).catch(() => 0)
}

/**
 * Calls back once, when at least half of the element's pixels (30 % of a large one) were in view
 * of a visible tab for one continuous second (MRC Viewable Ad Impression Guidelines).
 */
export function whenViewable(element: Element, areaPx: number, onViewable: () => void): void {
  const share = areaPx < LARGE_AREA_PX ? 0.5 : 0.3
  let isInView = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const update = () => {
    if (!isInView || document.visibilityState !== 'visible') {
      clearTimeout(timer)
      timer = undefined
    } else {
      timer ??= setTimeout(() => {
        observer.disconnect()
        document.removeEventListener('visibilitychange', update)
        onViewable()
      }, CONTINUOUS_MS)
    }
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) isInView = entry.intersectionRatio >= share
      update()
    },
    // Rounding may leave the ratio a hair under the share that is really in view.
    { threshold: [0, share, share + 0.01, 1] },
  )
  observer.observe(element)
  document.addEventListener('visibilitychange', update)
}
