import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

/** The page while it loads, in its own shape. */
export function BeliefsSkeleton() {
  return (
    <div aria-busy role="status" aria-label="Loading what the model believes" className="space-y-5">
      {Array.from({ length: 2 }, (_, card) => (
        <Card key={card}>
          <div className="space-y-4">
            <Skeleton className="h-5 w-40" />
            {Array.from({ length: 4 }, (_, row) => (
              <div key={row} className="grid grid-cols-[1fr_1fr_5rem] gap-4">
                <Skeleton className="h-8" />
                <Skeleton className="h-8" />
                <Skeleton className="h-8" />
              </div>
            ))}
          </div>
        </Card>
      ))}
    </div>
  )
}
