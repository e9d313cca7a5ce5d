import { labelSlot } from '@/lib/assets/label-slot'
import type { Option } from '@/components/ui/option'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { Constraint } from '@/lib/decision/constraint'

type Member = Constraint['first']

/** The same for a pair said the other way round. */
export function pairKey({ first, second }: Pick<Constraint, 'first' | 'second'>): string {
  return [memberKey(first), memberKey(second)].sort().join(' ')
}

export function memberKey({ slot, assetId }: Member): string {
  return `${slot} ${assetId}`
}

/** The member of a key made by `memberKey`: a slot's name has no space in it. */
export function readMember(key: string): Member {
  const [slot = '', ...rest] = key.split(' ')
  return { slot, assetId: rest.join(' ') }
}

/** Elements to choose from, by slot; those of `exceptSlot` are left out. */
export function listElements(
  slots: readonly DraftSlot[],
  exceptSlot: string | undefined,
): Option[] {
  return slots
    .filter(({ key }) => key !== exceptSlot)
    .flatMap(({ key, kind, assets }) =>
      assets.map(({ id, name, text }) => ({
        value: memberKey({ slot: key, assetId: id }),
        label: text ?? name,
        group: labelSlot(key, kind),
      })),
    )
}
