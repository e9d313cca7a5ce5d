import { grantOfUsSignal, refuseUnder, type ConsentGrant } from './consent-grant'
import { getGppString, type GppString } from './parsed-strings'
import { readUsPrivacy, type UsSignal } from './read-us-signal'

const tcfEuropeSectionId = 2
const usPrivacySectionId = 6
const noSections: GppString = { sections: new Map(), usSignals: new Map() }

/**
 * What a GPP string and its `gpp_sid` (ids of the sections in force, `-1` for none) grant.
 * Without `gpp_sid` every section is in force. A section in force that is missing, unreadable or
 * of a law not known here (only 2, 6 and 7-27 are) allows nothing; an opt-out counts even in a
 * section that is not in force. `grantOfTcString` evaluates section 2.
 */
export function evaluateGppString(
  gpp: string,
  gppSid: string,
  grantOfTcString: (tcString: string) => ConsentGrant,
): ConsentGrant[] {
  if (gpp === '' && gppSid === '') return []
  const parsed = gpp === '' ? noSections : getGppString(gpp)
  if (!parsed) return [refuseUnder('unknown', 'The GPP string cannot be read.')]
  const inForce = gppSid === '' ? [...parsed.sections.keys()] : parseSectionIds(gppSid)
  if (!inForce) return [refuseUnder('unknown', 'The list of GPP sections in force is malformed.')]

  const grants = inForce.flatMap((id) => {
    const section = parsed.sections.get(id) ?? ''
    if (id === tcfEuropeSectionId) return [grantOfTcString(section)]
    const signal = usSignalOf(parsed, id)
    return signal === null
      ? [refuseUnder('unknown', `GPP section ${id} is in force and cannot be evaluated here.`)]
      : grantOfUsSignal(signal, `GPP section ${id}`)
  })
  const otherOptOuts = [...parsed.sections.keys()]
    .filter((id) => !inForce.includes(id) && usSignalOf(parsed, id) === 'optedOut')
    .flatMap((id) => grantOfUsSignal('optedOut', `GPP section ${id}`))
  return [...grants, ...otherOptOuts]
}

function usSignalOf({ sections, usSignals }: GppString, id: number): UsSignal | null {
  const section = sections.get(id)
  if (section === undefined) return null
  return id === usPrivacySectionId ? readUsPrivacy(section) : (usSignals.get(id) ?? null)
}

/** Ids above 0; `0` and `-1` say that no section is in force. Null when malformed. */
function parseSectionIds(text: string): number[] | null {
  if (!/^-?\d{1,3}([,_]-?\d{1,3}){0,31}$/.test(text)) return null
  return [...new Set(text.split(/[,_]/).map(Number))].filter((id) => id > 0)
}
