interface SignedPush {
  url: string
  secret: string
  /** JSON, on one line. */
  body: string
}

/** A shell script that signs a push and sends it: works as it is, with openssl and curl. */
export function writeCurl({ url, secret, body }: SignedPush): string {
  return [
    `SECRET=${quote(secret)}`,
    `BODY=${quote(body)}`,
    'TIME=$(date +%s)',
    `SIGNATURE=$(printf '%s' "$TIME.$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)`,
    `curl -X POST ${quote(url)} \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H "x-intarsia-signature: t=$TIME,v1=$SIGNATURE" \\`,
    `  --data-raw "$BODY"`,
  ].join('\n')
}

/** One word of a POSIX shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
