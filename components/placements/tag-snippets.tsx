import { ButtonLink } from '@/components/ui/button-link'
import { CodeBlock } from '@/components/ui/code-block'
import type { AdSize } from '@/lib/decision/ad-size'
import { tagSnippets } from '@/lib/placements/tag-snippet'

interface TagSnippetsProps {
  origin: string
  placement: { id: string; size: AdSize }
}

/** The three ways to place an ad, ready to copy. */
export function TagSnippets({ origin, placement }: TagSnippetsProps) {
  const { tag, iframe, json } = tagSnippets(origin, placement)
  return (
    <div className="space-y-4">
      <p className="text-muted text-sm">
        Put the tag where the ad should appear. Attributes you can add: <code>data-category</code>{' '}
        (what the page is about), <code>data-consent</code> (1 or 0), <code>data-visitor</code>{' '}
        (your customer id, only with consent), <code>data-click</code> (the click macro of your ad
        server).
      </p>
      <CodeBlock label="Tag for the page" code={tag} wrap />
      <CodeBlock label="As an iframe, without a script" code={iframe} wrap />
      <CodeBlock label="As JSON, to render it yourself" code={json} wrap />
      <ButtonLink href={`/demo/${placement.id}`} target="_blank">
        Open the test page
      </ButtonLink>
    </div>
  )
}
