import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'

/** A page with a heading and a list, while it loads. */
export function PageSkeleton() {
  return (
    <div aria-busy role="status" aria-label="Loading the page">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-2 mb-6 w-80 max-w-full" />
      <Card>
        <div className="space-y-4">
          {Array.from({ length: 6 }, (_, row) => (
            <Skeleton key={row} className={row % 2 === 0 ? 'w-full' : 'w-4/5'} />
          ))}
        </div>
      </Card>
    </div>
  )
}
