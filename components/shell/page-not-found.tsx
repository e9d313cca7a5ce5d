import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LogoMark } from './logo'

export function PageNotFound() {
  return (
    <EmptyState
      isPage
      icon={<LogoMark className="size-8" />}
      title="There is nothing at this address"
      body="It may have been archived or renamed, or it belongs to another workspace."
      action={
        <ButtonLink href="/campaigns" variant="primary">
          Go to campaigns
        </ButtonLink>
      }
    />
  )
}
