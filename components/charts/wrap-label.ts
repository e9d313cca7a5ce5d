/**
 * Breaks a label into at most `maxLines` lines of about `lineLength` characters, at words where it
 * can; what does not fit ends in an ellipsis.
 */
export function wrapLabel(label: string, lineLength: number, maxLines: number): string[] {
  const lines: string[] = []
  let rest = label.trim().replace(/\s+/g, ' ')
  while (rest !== '' && lines.length < maxLines) {
    if (rest.length <= lineLength) return [...lines, rest]
    if (lines.length === maxLines - 1) {
      return [...lines, `${rest.slice(0, lineLength - 1).trimEnd()}…`]
    }
    const space = rest.lastIndexOf(' ', lineLength)
    const end = space > 0 ? space : lineLength
    lines.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return lines
}
