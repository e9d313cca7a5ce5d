import { listTemplateSlots, type TeamTemplate } from '@/lib/decision/team-template'

/** Of sanitised HTML: a tag, whatever its attributes say. */
const TAG = /<(?:[^>"']|"[^"]*"|'[^']*')*>/g
const SPOKEN_ATTRIBUTE = /\s(?:alt|aria-label)="([^"]*)"/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&amp;': '&',
}

/** What a team's template says by itself, beside the assets it shows: each text once. */
export function listTemplateTexts(team: TeamTemplate): string[] {
  const written = team.pieces
    // Slots part what stands before from what stands behind them.
    .map((piece) => (typeof piece === 'string' ? piece : `${piece.open}\n${piece.close}`))
    .join('')
  const attributes = [...written.matchAll(SPOKEN_ATTRIBUTE)].map(([, text = '']) => text)
  const plain = written.replaceAll(TAG, '\n').split('\n')
  const defaults = listTemplateSlots(team).flatMap(({ defaultText, defaultTexts }) => [
    defaultText,
    ...Object.values(defaultTexts),
  ])
  const decoded = [...plain, ...attributes].map((text) =>
    text.replaceAll(/&(?:lt|gt|quot|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity),
  )
  return [...new Set([...decoded, ...defaults].map((text) => text.trim()))].filter(
    (text) => text !== '',
  )
}
