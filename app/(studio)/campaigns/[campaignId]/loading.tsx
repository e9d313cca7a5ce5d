import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

/** A step while it loads: the campaign around it stays. */
export default function Loading() {
  return (
    <div aria-busy role="status" aria-label="Loading the step" className="space-y-5">
      {Array.from({ length: 2 }, (_, card) => (
        <Card key={card}>
          <div className="space-y-4">
            <Skeleton className="h-5 w-56 max-w-full" />
            <Skeleton className="h-8 w-full" />
            <Skeleton className="h-8 w-4/5" />
            <Skeleton className="h-8 w-full" />
          </div>
        </Card>
      ))}
    </div>
  )
}
