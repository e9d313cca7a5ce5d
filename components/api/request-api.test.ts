import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ApiProblem } from './api-problem'
import { requestApi } from './request-api'

const answer = (status: number, body: string) => {
  const fetched = vi.fn((_path: string, _init: RequestInit) =>
    Promise.resolve(new Response(status === 204 ? null : body, { status })),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('requestApi', () => {
  it('sends JSON and returns the checked answer', async () => {
    const fetched = answer(200, '{"id":"c1","extra":true}')
    const sent = { method: 'PUT', body: { name: 'Autumn' } } as const
    expect(await requestApi('/api/v1/x', z.object({ id: z.string() }), sent)).toEqual({ id: 'c1' })
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      method: 'PUT',
      body: '{"name":"Autumn"}',
      headers: { 'content-type': 'application/json' },
    })
  })
  it('accepts an empty answer', async () => {
    answer(204, '')
    expect(await requestApi('/api/v1/x', z.undefined())).toBeUndefined()
  })
  it('throws the problem with its issues', async () => {
    const issues = [{ path: 'flight.endsAt', message: 'Ends before it starts' }]
    answer(
      422,
      JSON.stringify({
        title: 'T',
        detail: 'Mend it',
        code: 'unprocessable',
        requestId: 'r1',
        issues,
      }),
    )
    await expect(requestApi('/api/v1/x', z.unknown())).rejects.toMatchObject({
      message: 'Mend it',
      status: 422,
      issues,
      requestId: 'r1',
    })
  })
  it('says something readable for a failure that is not a problem', async () => {
    answer(502, '<html>')
    const failure = requestApi('/api/v1/x', z.unknown())
    await expect(failure).rejects.toBeInstanceOf(ApiProblem)
    await expect(failure).rejects.toMatchObject({ status: 502, code: 'unknown' })
  })
  it('says when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    await expect(requestApi('/api/v1/x', z.unknown())).rejects.toMatchObject({ code: 'offline' })
  })
})
