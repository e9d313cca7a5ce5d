import { CodeBlock } from '@/components/ui/code-block'

interface SignedPushExampleProps {
  url: string
  secret: string
  /** JSON without single quotes. */
  body: string
}

/** The secret, and a shell command that signs and sends a body as it should be. */
export function SignedPushExample({ url, secret, body }: SignedPushExampleProps) {
  const command = [
    `BODY='${body}'`,
    `T=$(date +%s)`,
    `SIGNATURE=$(printf '%s.%s' "$T" "$BODY" | openssl dgst -sha256 -hmac '${secret}' -hex | sed 's/^.* //')`,
    `curl -X POST '${url}' -H 'content-type: application/json' \\`,
    `  -H "x-intarsia-signature: t=$T,v1=$SIGNATURE" -d "$BODY"`,
  ].join('\n')
  return (
    <div className="space-y-4">
      <CodeBlock label="Secret" code={secret} wrap />
      <CodeBlock label="Try it in a shell" code={command} wrap />
    </div>
  )
}
