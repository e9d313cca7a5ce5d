import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'

const text = (description: string) => z.string().optional().meta({ description })

const consentParameters = {
  gdpr: text('IAB: 1 when GDPR applies'),
  gdpr_consent: text('IAB TCF v2.2 or v2.3 string'),
  gpp: text('IAB Global Privacy Platform string'),
  gpp_sid: text('GPP section ids that apply'),
  us_privacy: text('IAB US Privacy string, e.g. 1YNN'),
  consent: text(
    '1 or 0: the shop’s own consent of this visitor; a framework’s string wins over it',
  ),
}
const token = z.string().meta({ description: 'The sealed token of a decision' })
const noContent = {
  '204': { description: 'Counted, after commit' },
  '400': { description: 'Malformed or forged token' },
  '410': { description: 'Expired token' },
}

/** The routes that ad slots, pixels and shops call, which answer without the studio's wrapper. */
export const AD_PATHS: ZodOpenApiPathsObject = {
  '/api/serve/{placementId}': {
    get: {
      summary: 'Decide an ad for a viewer',
      tags: ['ads'],
      requestParams: {
        path: z.object({ placementId: z.string() }),
        query: z.object({
          format: z
            .enum(['json', 'html'])
            .optional()
            .meta({ description: 'json (default) or a whole html document' }),
          category: text('What the page is about'),
          locale: text('Language of the viewer, e.g. de-DE'),
          uid: text('The shop’s customer id or its SHA-256; used with consent only'),
          click: text('Click macro of an ad server, put before our click address'),
          ...consentParameters,
        }),
      },
      responses: {
        '200': {
          description: 'The ad, its token, its event addresses and the reasons',
          content: { 'application/json': { schema: z.looseObject({ decisionId: z.string() }) } },
        },
        '204': { description: 'Nothing is live in this placement' },
        '404': { description: 'No such placement' },
      },
    },
  },
  '/api/events/{kind}': {
    post: {
      summary: 'Report begin-to-render, a viewable impression or engagement',
      tags: ['events'],
      requestParams: {
        path: z.object({ kind: z.enum(['impression', 'viewable', 'engagement']) }),
        query: z.object({ t: token }),
      },
      responses: noContent,
    },
  },
  '/api/events/conversion': {
    get: {
      summary: 'Report a conversion by pixel',
      tags: ['events'],
      requestParams: {
        query: z.object({
          t: token,
          order: text('Order id: counted once'),
          value: text('Value in currency units'),
          currency: text('ISO 4217'),
        }),
      },
      responses: { '200': { description: 'A transparent pixel' } },
    },
    post: {
      summary: 'Report a conversion from server to server',
      description: 'Needs an API key with the permission `event.write`.',
      tags: ['events'],
      security: [{ apiKey: [] }],
      requestBody: {
        content: {
          'application/json': {
            schema: z.object({
              token: z.string().optional(),
              decisionId: z.string().optional(),
              orderId: z.string(),
              value: z.number(),
              currency: z.string(),
            }),
          },
        },
      },
      responses: { '200': { description: 'Counted or known already, after commit' } },
    },
  },
  '/api/click': {
    get: {
      summary: 'Count a click and go to the decision’s own landing page',
      tags: ['events'],
      requestParams: { query: z.object({ t: token }) },
      responses: {
        '302': { description: 'To the landing page sealed in the token' },
        '400': { description: 'Forged token: no redirect' },
      },
    },
  },
  '/api/health/live': {
    get: {
      summary: 'Is the process alive',
      tags: ['health'],
      responses: { '200': { description: 'Yes' } },
    },
  },
  '/api/health/ready': {
    get: {
      summary: 'Can it serve',
      tags: ['health'],
      responses: {
        '200': { description: 'Yes' },
        '503': { description: 'Not yet, with what is missing' },
      },
    },
  },
}
