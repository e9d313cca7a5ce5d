import type { SlotCandidates } from '@/lib/decision/policy'
import type { AuditGround, GroundSlot } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { labelLocale, languageOf } from './audit-locale'
import type { Coverage } from './count-coverage'
import { listWords } from './describe-place'

/** Copy that rules let viewers of another language see, where the campaign speaks several. */
export function findLanguageLeaks(ground: AuditGround, { viewers }: Coverage): AuditFinding[] {
  const readers = ground.locales.map(({ tag }) => languageOf(tag))
  return ground.slots.flatMap((slot) => {
    const languages = new Map(
      slot.elements.flatMap(({ asset, hasText, details }) =>
        hasText ? [[asset.id, languageOf(details.locale)]] : [],
      ),
    )
    const leaks = new Map<string, Leak>()
    // Most viewers are left the same assets, which are looked at once a language.
    const seen = new Map<string, Set<SlotCandidates>>()
    for (const { viewer, eligible } of viewers) {
      const reader = viewer.locale === null ? undefined : readers[viewer.locale]
      const candidates = eligible.candidates[slot.index]
      if (reader === undefined || !candidates) continue
      const seenByReader = seen.get(reader) ?? new Set()
      seen.set(reader, seenByReader)
      if (seenByReader.has(candidates)) continue
      seenByReader.add(candidates)
      noteLeaks(leaks, candidates, languages, reader)
    }
    return [...leaks].map(([language, leak]) => describe(slot, language, leak))
  })
}

interface Leak {
  readonly assetIds: Set<string>
  /** Languages of those who are shown them. */
  readonly to: Set<string>
}

function noteLeaks(
  leaks: Map<string, Leak>,
  { assetIds }: SlotCandidates,
  languages: ReadonlyMap<string, string>,
  reader: string,
): void {
  for (const assetId of assetIds) {
    const language = languages.get(assetId)
    if (language === undefined || language === reader) continue
    const leak = leaks.get(language) ?? { assetIds: new Set(), to: new Set() }
    leaks.set(language, leak)
    leak.assetIds.add(assetId)
    leak.to.add(reader)
  }
}

function describe(slot: GroundSlot, language: string, { assetIds, to }: Leak): AuditFinding {
  const count = assetIds.size
  const readers = listWords([...to].map(labelLocale))
  return createFinding(
    'language',
    'leak',
    'warning',
    {
      sentence: `${count === 1 ? 'A text' : `${count} texts`} in ${labelLocale(language)} of the slot “${slot.label}” can be shown to readers of ${readers}.`,
      detail: 'No rule keeps them apart. A rule that excludes them from other languages does.',
    },
    { slots: [slot.key], locales: [language], assetIds: [...assetIds].slice(0, 200) },
    {
      kind: 'keep_to_language',
      slot: slot.key,
      language,
      assetIds: [...assetIds].slice(0, 200),
    },
  )
}
