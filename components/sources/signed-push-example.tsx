import { CodeBlock } from '@/components/ui/code-block'
import { writeCurl } from '@/lib/feeds/write-curl'

interface SignedPushExampleProps {
  url: string
  secret: string
  /** JSON on one line. */
  body: string
}

/** The secret, and a shell script that signs and sends a body as it should be. */
export function SignedPushExample({ url, secret, body }: SignedPushExampleProps) {
  return (
    <div className="space-y-4">
      <CodeBlock label="Secret" code={secret} wrap />
      <CodeBlock label="Try it in a shell" code={writeCurl({ url, secret, body })} />
    </div>
  )
}
