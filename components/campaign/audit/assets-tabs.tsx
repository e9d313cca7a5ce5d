import { NavTabs } from '@/components/ui/nav-tabs'

/** The two pages of step 2. */
export function AssetsTabs({ campaignId }: { campaignId: string }) {
  return (
    <NavTabs
      aria-label="Views of the assets"
      items={[
        { href: `/campaigns/${campaignId}/assets`, label: 'Slots and design' },
        { href: `/campaigns/${campaignId}/audit`, label: 'Audit' },
      ]}
    />
  )
}
