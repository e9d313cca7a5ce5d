import { stringify } from 'csv-stringify/browser/esm/sync'
import type { ImportRun } from './source'

/**
 * The refused rows of an import as CSV with a header. Cells that a spreadsheet would run as a
 * formula are defused with an apostrophe (OWASP CSV injection).
 */
export function writeRefusals(refusals: ImportRun['refusals']): string {
  return stringify([...refusals], {
    header: true,
    columns: ['row', 'column', 'reason'],
    escape_formulas: true,
  })
}
