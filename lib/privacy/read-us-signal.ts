import { GppModel } from '@iabgpp/cmpapi'

/** `optedIn` means only that nobody opted out; `notApplicable` that no US law was claimed. */
export type UsSignal = 'optedOut' | 'optedIn' | 'notApplicable' | 'unreadable'

/** IAB US Privacy string: `1YNN`; the third character `Y` is an opt-out of sale. */
export function readUsPrivacy(text: string): UsSignal {
  if (text === '') return 'notApplicable'
  if (!/^1[YN-]{3}$/.test(text)) return 'unreadable'
  if (text[2] === 'Y') return 'optedOut'
  return text === '1---' ? 'notApplicable' : 'optedIn'
}

const usNationalSectionId = 7

const optOutFields = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']
const childField = 'KnownChildSensitiveDataConsents'
const personalDataField = 'PersonalDataConsents'

/**
 * One GPP section of the United States (7 national, 8-27 states), encoded. Opted out when an
 * opt-out field is 1, the section repeats Global Privacy Control, consent to personal data is
 * refused, or the viewer is a known child (any child field other than 0).
 * Unreadable for a version whose layout is not known here. Never throws.
 */
export function readUsSection(sectionId: number, encoded: string): UsSignal {
  try {
    const model = new GppModel()
    model.decodeSectionById(sectionId, encoded)
    const has = (field: string) => model.hasFieldBySectionId(sectionId, field)
    const read = (field: string): unknown =>
      has(field) ? model.getFieldValueBySectionId(sectionId, field) : 0
    const version = read(has('MspaVersion') ? 'MspaVersion' : 'Version')
    const isKnownVersion = version === 1 || (version === 2 && sectionId === usNationalSectionId)
    const hasVersion = has('MspaVersion') || has('Version')
    if (hasVersion && !isKnownVersion) return 'unreadable'

    const choices = [...optOutFields, personalDataField].map(read)
    const children = [read(childField)].flat()
    const values = [...choices, ...children]
    if (!values.every((value) => value === 0 || value === 1 || value === 2)) return 'unreadable'
    const isOptedOut =
      choices.includes(1) || children.some((value) => value !== 0) || read('Gpc') === true
    return isOptedOut ? 'optedOut' : 'optedIn'
  } catch {
    return 'unreadable'
  }
}
