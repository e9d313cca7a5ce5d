type Api = (...arguments_: unknown[]) => void
interface ConsentApis {
  __tcfapi?: Api
  __gpp?: Api
}
interface TcData {
  eventStatus?: string
  gdprApplies?: boolean
  tcString?: string
  listenerId?: number
}
interface GppPing {
  gppString?: string
  applicableSections?: number[]
}

const DEADLINE_MS = 500

/**
 * What the page's consent platforms say, as parameters of the serve request. A platform that does
 * not answer in time counts as one that refuses.
 */
export function readConsent(): Promise<Record<string, string>> {
  const { __tcfapi: tcf, __gpp: gpp } = window as ConsentApis
  const found: Record<string, string> = {}
  const asks: Promise<void>[] = []
  if (tcf) {
    found.gdpr = '1'
    asks.push(
      new Promise((resolve) => {
        tcf('addEventListener', 2, (data: TcData | null, isOk: boolean) => {
          if (!isOk || !data || data.eventStatus === 'cmpuishown') return
          found.gdpr = data.gdprApplies === false ? '0' : '1'
          found.gdpr_consent = data.tcString ?? ''
          tcf('removeEventListener', 2, () => 0, data.listenerId)
          resolve()
        })
      }),
    )
  }
  if (gpp) {
    asks.push(
      new Promise((resolve) => {
        gpp('ping', (ping: GppPing | null, isOk: boolean) => {
          if (isOk && ping) {
            found.gpp = ping.gppString ?? ''
            found.gpp_sid = (ping.applicableSections ?? []).join()
          }
          resolve()
        })
      }),
    )
  }
  const deadline = new Promise<void>((resolve) => {
    if (asks.length) setTimeout(resolve, DEADLINE_MS)
    else resolve()
  })
  return Promise.race([Promise.all(asks), deadline]).then(() => found)
}
