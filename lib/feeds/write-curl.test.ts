import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { assertSigned, SIGNATURE_HEADER } from '@/lib/http/signed-body'
import { writeCurl } from './write-curl'

/** Runs a script in a shell whose curl prints its arguments, one after each NUL. */
function run(script: string): string[] {
  const curl = `curl() { printf '%s\\0' "$@"; }\n`
  return execFileSync('sh', ['-c', curl + script], { encoding: 'utf8' }).split('\0')
}

describe('writeCurl', () => {
  it.each([
    '{"items":[{"key":"NL","value":{"condition":"rain","temperatureC":9}}]}',
    `{"a":"it's $HOME \`id\` $(id) \\\\ \\" %s ü 😀 !"}`,
    '@/etc/passwd',
  ])('sends and signs exactly %s', (body) => {
    const secret = 'c2VjcmV0-_a'
    const url = 'https://studio.example/api/feeds/abc'
    const sent = run(writeCurl({ url, secret, body }))
    expect(sent.slice(0, 3)).toEqual(['-X', 'POST', url])
    expect(sent[sent.indexOf('--data-raw') + 1]).toBe(body)
    const header = sent.find((one) => one.startsWith(SIGNATURE_HEADER)) ?? ''
    const signature = header.slice(SIGNATURE_HEADER.length + 2)
    expect(() => assertSigned(secret, signature, Buffer.from(body), Date.now())).not.toThrow()
  })
})
