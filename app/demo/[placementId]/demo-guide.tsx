import Link from 'next/link'
import { Card } from '@/components/ui/card'

/** What there is to try on the test page, and where it shows. */
export function DemoGuide() {
  return (
    <Card title="What to try">
      <ol className="list-decimal space-y-2 pl-4 text-sm">
        <li>Click the ad. If it leads to a page with the pixel, buy something there.</li>
        <li>
          See it counted in the{' '}
          <Link href="/reports" prefetch={false} className="text-accent underline">
            report
          </Link>{' '}
          within two seconds, and under “Decisions” there why it was this ad.
        </li>
        <li>
          Open “Why this ad?” in the ad’s corner: what its viewers may know, and how they say no.
        </li>
      </ol>
    </Card>
  )
}
