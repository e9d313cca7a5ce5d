/** How spreadsheets begin a formula (OWASP, CSV Injection). */
const FORMULA_START = /^[=@+\-\t\r]/
/** What makes a text after such a beginning more than "+20 % off" or "@home". */
const FORMULA_SIGNS = /[(|!{]|\bcmd\b|https?:/i

/**
 * Why a cell is no copy but a formula that a spreadsheet would run, or null. "-50 % today" and
 * "@home, at last" are copy; "=1+1" and "@SUM(1+9)*cmd|' /C calc'!A0" are not.
 */
export function describeFormula(text: string): string | null {
  const start = text.trimStart()
  const isFormula =
    start.startsWith('=') || (FORMULA_START.test(start) && FORMULA_SIGNS.test(start))
  return isFormula ? 'It is a formula, not a text. Paste its value instead.' : null
}
