import { CreatePlacementDialog } from '@/components/placements/create-placement-dialog'
import type { usePlacements } from '@/components/placements/use-placements'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { QueryContent } from '@/components/ui/query-content'
import type { Placement } from '@/lib/placements/placement'
import { describeAdSize } from '@/lib/decision/ad-size'
import { Anchor } from './anchor'

interface PlacementsFieldProps {
  campaignId: string
  placements: ReturnType<typeof usePlacements>
  placementIds: readonly string[]
  issue: string | undefined
  canEdit: boolean
  onChange: (placementIds: string[]) => void
}

/** Where the ad appears. A placement shows one campaign at a time. */
export function PlacementsField({
  campaignId,
  placements,
  placementIds,
  issue,
  canEdit,
  onChange,
}: PlacementsFieldProps) {
  const create = canEdit && (
    <CreatePlacementDialog onCreated={({ id }) => onChange([...placementIds, id])} />
  )
  return (
    <Anchor id="placementIds" className="space-y-3">
      <Field label="Where the ad appears" group error={issue}>
        <QueryContent query={placements} noun="The placements">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                className="border-border rounded-lg border py-8"
                title="No placements yet"
                body="A placement is one spot of one size on your pages. Its tag goes into the page once."
                action={create}
              />
            ) : (
              <ul
                // A list that scrolls has to be reachable by keys, where all in it is disabled too.
                tabIndex={0}
                aria-label="Placements"
                className="border-border divide-border max-h-80 divide-y overflow-y-auto rounded-lg border"
              >
                {sortByTaker(items, campaignId).map((placement) => {
                  const taken = findTaker(placement, campaignId)
                  return (
                    <li key={placement.id} className="px-3 py-2">
                      <Checkbox
                        label={placement.name}
                        description={describePlacement(placement, taken)}
                        disabled={taken !== null && !placementIds.includes(placement.id)}
                        checked={placementIds.includes(placement.id)}
                        onCheckedChange={(isChosen) =>
                          onChange(
                            isChosen
                              ? [...placementIds, placement.id]
                              : placementIds.filter((id) => id !== placement.id),
                          )
                        }
                      />
                    </li>
                  )
                })}
              </ul>
            )
          }
        </QueryContent>
      </Field>
      {(placements.data?.items.length ?? 0) > 0 && create}
    </Anchor>
  )
}

/** Those to choose from first. */
function sortByTaker(placements: readonly Placement[], campaignId: string): Placement[] {
  const isTaken = (placement: Placement) => Number(findTaker(placement, campaignId) !== null)
  return placements.toSorted((a, b) => isTaken(a) - isTaken(b))
}

/** The other running campaign that has the placement. */
function findTaker({ campaign }: Placement, campaignId: string): string | null {
  const isOther = campaign !== null && campaign.id !== campaignId
  return isOther && ['live', 'paused'].includes(campaign.status) ? campaign.name : null
}

function describePlacement({ size, pageCategory }: Placement, taken: string | null): string {
  const parts = [describeAdSize(size)]
  if (pageCategory) parts.push(`pages about ${pageCategory}`)
  if (taken) parts.push(`taken by “${taken}”`)
  return parts.join(' · ')
}
