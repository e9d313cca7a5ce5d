import { ArrowLeft, ArrowRight } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'
import { STEPS } from '@/lib/campaigns/step'
import { STEP_LABELS } from './step-labels'

interface StepPagerProps {
  campaignId: string
  currentId: string
}

/** Leads on from one step to the next, at its foot. */
export function StepPager({ campaignId, currentId }: StepPagerProps) {
  const index = STEPS.findIndex((step) => step === currentId)
  if (index < 0) return null
  const [previous, next] = [STEPS[index - 1], STEPS[index + 1]]
  return (
    <nav
      aria-label="Previous and next step"
      className="mt-6 flex flex-wrap justify-between gap-2 print:hidden"
    >
      {previous && (
        <ButtonLink href={`/campaigns/${campaignId}/${previous}`}>
          <ArrowLeft aria-hidden /> Back: {STEP_LABELS[previous]}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={`/campaigns/${campaignId}/${next}`} className="ml-auto">
          Next: {STEP_LABELS[next]} <ArrowRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  )
}
