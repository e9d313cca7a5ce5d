import { renderBenchmark } from '@/lib/creatives/render-decision'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import { getEnv } from '@/lib/env'
import type { AdRequest, AdResponse } from '@/lib/http/ad-exchange'
import { type AdRoute, adRoute, CROSS_ORIGIN_HEADERS } from '@/lib/http/ad-route'
import { ProblemError } from '@/lib/http/problem'
import { createConsentEvaluator } from '@/lib/serve/evaluate-consent'
import { BLANK_DOCUMENT, writeHouseJson } from '@/lib/serve/house-ad'
import { readServeBody } from '@/lib/serve/serve-body'
import { readServeParameters, type ServeParameters } from '@/lib/serve/serve-parameters'
import { type DecidedAd, writeAdJson, writeFrameDocument, writeTagJson } from '@/lib/serve/write-ad'
import { getLiveMemory, type LiveMemory } from './live-memory'
import { serveAd, type ServeSetup, type Slot } from './serve-ad'

const BODY_LIMIT_BYTES = 32_768
const FIRST_LOAD_DEADLINE_MS = 2_000
const PLACEMENT_ID = /^[\w-]{1,40}$/

type ServingMemory = Pick<LiveMemory, 'isLoaded' | 'started' | 'findPlacement' | 'findCampaign'>

export interface ServeRouteSetup extends ServeSetup {
  readonly memory: ServingMemory
  now(): number
}

/** `GET | POST /api/serve/:placement`: one ad, as data, for our tag or as a document. */
export function createServeRoute(getSetup: () => ServeRouteSetup): AdRoute {
  let headers: ReturnType<typeof createHeaders> | undefined
  const respond = (parameters: ServeParameters, ad: DecidedAd | null): AdResponse => {
    if (!ad) return noAd(parameters, 'nothing-may-be-shown')
    const { format, wantsHtml } = parameters
    headers ??= createHeaders(ad.baseUrl)
    if (format === 'html')
      return { status: 200, headers: headers.html, body: writeFrameDocument(ad) }
    const body = format === 'tag' ? writeTagJson(ad) : writeAdJson(ad, wantsHtml)
    return { status: 200, headers: headers.json, body, isAscii: true }
  }

  const serve = (
    request: AdRequest,
    parameters: ServeParameters,
  ): AdResponse | Promise<AdResponse> => {
    const setup = getSetup()
    const { memory } = setup
    const placementId = request.path.slice(request.path.lastIndexOf('/') + 1)
    const placement = PLACEMENT_ID.test(placementId) ? memory.findPlacement(placementId) : undefined
    if (!placement) {
      return memory.isLoaded ? unknownPlacement(parameters.format) : noAd(parameters, 'starting')
    }
    const campaign = memory.findCampaign(placement)
    if (!campaign) return noAd(parameters, 'no-live-campaign')
    const slot: Slot = { placement, campaign, parameters, request, nowMs: setup.now() }
    const ad = serveAd(setup, slot)
    return ad instanceof Promise
      ? ad.then((decided) => respond(parameters, decided))
      : respond(parameters, ad)
  }

  return adRoute({
    name: '/api/serve/:placement',
    methods: ['GET', 'POST'],
    isCrossOrigin: true,
    handle(request) {
      const { memory } = getSetup()
      if (!memory.isLoaded) return waitForFirstLoad(memory).then(() => read(request, serve))
      return read(request, serve)
    },
    fallback(request) {
      const parameters = readServeParameters(request)
      const { memory, baseUrl } = getSetup()
      const placement = memory.findPlacement(request.path.split('/').at(-1) ?? '')
      const campaign = placement && memory.findCampaign(placement)
      if (!placement || !campaign) return noAd(parameters, 'failed')
      return writeLastResort(campaign.snapshot, placement.size, parameters.format, baseUrl)
    },
  })
}

type Serve = (request: AdRequest, parameters: ServeParameters) => AdResponse | Promise<AdResponse>

function read(request: AdRequest, serve: Serve): AdResponse | Promise<AdResponse> {
  if (request.method !== 'POST') return serve(request, readServeParameters(request))
  return request.body(BODY_LIMIT_BYTES).then((bytes) => {
    const body = readServeBody(bytes.toString('utf8'))
    if (!body) throw new ProblemError('invalid_request', 'The body is not a JSON object.')
    const query = (name: string) => body.get(name) ?? request.query(name)
    return serve(request, readServeParameters({ query, header: (name) => request.header(name) }))
  })
}

/** Right after the start, a slot waits a little for the campaigns instead of staying empty. */
async function waitForFirstLoad(memory: ServingMemory): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FIRST_LOAD_DEADLINE_MS)
  })
  await Promise.race([memory.started, deadline])
  clearTimeout(timer)
}

/** The campaign's static creative without a token: nothing counts, but the slot is not blank. */
function writeLastResort(
  snapshot: Snapshot,
  size: AdSize,
  format: ServeParameters['format'],
  baseUrl: string,
): AdResponse {
  const links = { clickUrl: snapshot.landingUrl, whyUrl: `${baseUrl}/why`, baseUrl }
  const { html } = renderBenchmark(snapshot, size, links)
  const headers = createHeaders(baseUrl)
  if (format === 'html') {
    return { status: 200, headers: { ...headers.html, 'x-intarsia-reason': 'failed' }, body: html }
  }
  const body = writeHouseJson(size, 'The ad could not be decided: the benchmark is shown.', html)
  return { status: 200, headers: { ...headers.json, 'x-intarsia-reason': 'failed' }, body }
}

const BASE_HEADERS = { ...CROSS_ORIGIN_HEADERS, 'cache-control': 'no-store', vary: 'Accept' }
const BLANK_HEADERS = {
  ...BASE_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
}

/** The document lives in an origin of its own: even a broken escape could reach nothing of ours. */
function createHeaders(baseUrl: string) {
  const policy = [
    `default-src 'none'; img-src ${baseUrl} data:; media-src ${baseUrl}; style-src 'unsafe-inline'; script-src ${baseUrl}/frame.js`,
    `connect-src ${baseUrl}; base-uri 'none'; form-action 'none'`,
    'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  ].join('; ')
  return {
    json: {
      ...BASE_HEADERS,
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    },
    html: { ...BLANK_HEADERS, 'content-security-policy': policy },
  }
}

function noAd({ format }: ServeParameters, reason: string): AdResponse {
  const header = { 'x-intarsia-reason': reason }
  return format === 'html'
    ? { status: 200, headers: { ...BLANK_HEADERS, ...header }, body: BLANK_DOCUMENT }
    : { status: 204, headers: { ...BASE_HEADERS, ...header } }
}

function unknownPlacement(format: ServeParameters['format']): AdResponse {
  if (format !== 'html') throw new ProblemError('not_found', 'There is no such placement.')
  return { status: 404, headers: BLANK_HEADERS, body: BLANK_DOCUMENT }
}

let setup: ServeRouteSetup | undefined

function getSetup(): ServeRouteSetup {
  if (setup) return setup
  const env = getEnv()
  const memory = getLiveMemory()
  setup = {
    baseUrl: env.PUBLIC_URL,
    countryHeader: env.GEO_COUNTRY_HEADER ?? null,
    regionHeader: env.GEO_REGION_HEADER ?? null,
    evaluateConsent: createConsentEvaluator(env.TCF_VENDOR_ID ?? null),
    feedsOf: (workspaceId) => memory.feedsOf(workspaceId),
    findVisitor: (workspaceId, visitorHash) => memory.visitors.find(workspaceId, visitorHash),
    memory,
    now: () => Date.now(),
  }
  return setup
}

export const serveRoute = createServeRoute(getSetup)
