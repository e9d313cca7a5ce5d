import type { z } from 'zod'
import { Callout } from '@/components/ui/callout'
import type { decisionViewSchema } from '@/lib/events/decision-view'

type Replay = z.infer<typeof decisionViewSchema>['replay']

/** Whether deciding again from the record gives the same ad. */
export function ReplayResult({ replay }: { replay: Replay }) {
  switch (replay.kind) {
    case 'identical':
      return (
        <Callout tone="success" title="Replayed: the same ad">
          Deciding again from the stored record, campaign revision and policy version gave the
          identical result, bit for bit.
        </Callout>
      )
    case 'different':
      return (
        <Callout tone="danger" title="Replayed: a different result">
          {replay.differences.map(({ path }) => path).join(', ')} came out differently. Please
          report this with the decision id.
        </Callout>
      )
    case 'unavailable':
      return (
        <Callout tone="info" title="Can’t be replayed any more">
          {replay.detail}
        </Callout>
      )
  }
}
