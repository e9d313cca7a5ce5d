import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { guardAuthRequest } from './guard-auth-request'

const ACTION = ['callback', 'credentials']
const JSON_TYPE = { 'content-type': 'application/json' }

function request(method: string, body?: string, headers: Record<string, string> = {}) {
  return new NextRequest('http://studio.example/api/auth/x?a=1', { method, body, headers })
}

describe('guardAuthRequest', () => {
  it.each([
    ['a sign-in by GET', request('GET'), 'method_not_allowed'],
    ['broken JSON', request('POST', '{', JSON_TYPE), 'invalid_request'],
    ['null', request('POST', 'null', JSON_TYPE), 'invalid_request'],
    ['a list', request('POST', '[]', JSON_TYPE), 'invalid_request'],
    ['a body without end', request('POST', 'x'.repeat(20_000)), 'too_large'],
  ])('refuses %s', async (_name, refused, code) => {
    await expect(guardAuthRequest(refused, ACTION)).rejects.toMatchObject({ code })
  })

  it('hands everything else on as it came', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=b' }
    const guarded = await guardAuthRequest(request('POST', 'email=a&password=b', form), ACTION)
    expect(await guarded.text()).toBe('email=a&password=b')
    expect(guarded.cookies.get('a')?.value).toBe('b')
    expect(guarded.nextUrl.searchParams.get('a')).toBe('1')
    const session = request('GET')
    expect(await guardAuthRequest(session, ['session'])).toBe(session)
  })
})
