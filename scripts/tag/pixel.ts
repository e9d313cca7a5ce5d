import { report } from './report-view'

interface Visit {
  token: string
  page: number
}
interface Conversion {
  orderId?: string
  value?: number | string
  currency?: string
  eventId?: string
}

declare global {
  interface Window {
    intarsia?: (name: 'conversion', conversion?: Conversion) => void
  }
}

const KEY = 'intarsia'
const script = document.currentScript as HTMLScriptElement | null
const origin = script ? new URL(script.src).origin : location.origin
// With data-consent="0" nothing is kept: only the page the click led to is measured.
const mayStore = script?.dataset.consent !== '0'

function readVisit(): Visit | null {
  const token = new URLSearchParams(location.search).get('itx')
  let known: Visit | null = null
  try {
    if (mayStore) known = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Visit | null
  } catch {
    // Storage is switched off: the click's own page still counts.
  }
  if (token && token !== known?.token) return { token, page: 1 }
  return known && typeof known.token === 'string' ? { ...known, page: known.page + 1 } : null
}

function begin({ token, page }: Visit): void {
  try {
    if (mayStore) sessionStorage.setItem(KEY, JSON.stringify({ token, page }))
  } catch {
    // As above.
  }
  let visibleMs = 0
  let shownAtMs: number | null = null
  const note = () => {
    const nowMs = performance.now()
    if (shownAtMs !== null) visibleMs += nowMs - shownAtMs
    shownAtMs = document.visibilityState === 'visible' ? nowMs : null
  }
  note()
  document.addEventListener('visibilitychange', note)
  addEventListener(
    'pagehide',
    () => {
      note()
      const query = new URLSearchParams({
        t: token,
        page: String(page),
        ms: String(Math.round(visibleMs)),
      })
      report(`${origin}/api/events/engagement?${query}`)
    },
    { once: true },
  )
}

const visit = readVisit()
if (visit) begin(visit)

window.intarsia = (name, conversion = {}) => {
  if (!visit || name !== 'conversion') return
  const { orderId, value, currency, eventId } = conversion
  const query = new URLSearchParams({ t: visit.token })
  if (orderId !== undefined) query.set('order', orderId)
  if (value !== undefined) query.set('value', String(value))
  if (currency !== undefined) query.set('currency', currency)
  if (eventId !== undefined) query.set('id', eventId)
  report(`${origin}/api/events/conversion?${query}`)
}
