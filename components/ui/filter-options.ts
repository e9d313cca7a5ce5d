import type { Option } from './option'

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Options whose label, description or value contains every word typed, accents and case ignored. */
export function filterOptions<O extends Option>(options: readonly O[], query: string): O[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return options.filter((option) => {
    const text = fold(`${option.label} ${option.description ?? ''} ${option.value}`)
    return words.every((word) => text.includes(word))
  })
}
