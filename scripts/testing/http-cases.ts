import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { STARTER_TEMPLATE } from '@/lib/templates/starter-template'
import type { Call } from './http-studio'
import { DESIGN, GOLD, MAPPING, OBJECTIVES, sendWhole, VIEW, type World } from './http-world'

const THEME = {
  backgroundColor: '#ffffff',
  textColor: '#111111',
  accentColor: '#0a5c36',
  accentTextColor: '#ffffff',
}

/**
 * One valid call of every route, as the owner of `world` would make it. In the order of the list
 * all of them succeed; what a call ends or removes is not needed by those after it.
 */
export function listCases({ ids }: World): Readonly<Record<string, Call>> {
  const draft = { campaignId: ids.draftCampaign }
  const live = { campaignId: ids.campaign }
  const effect = { kind: 'show', slot: 'headline', assetIds: [ids.headline] }
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAlgAAAH0AQMAAADbnsGXAAAAA1BMVEUKXDZzWT/NAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAPElEQVR42u3BMQEAAADCoPVPbQlPoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAICXAZRwAAEtCDXfAAAAAElFTkSuQmCC',
    'base64',
  )
  return {
    'GET /api/v1/me': {},
    'PUT /api/v1/me': { body: { name: 'Renamed' } },
    'GET /api/v1/members': {},
    'GET /api/v1/audit-log': {},
    'GET /api/v1/reports': {},
    'GET /api/v1/api-keys': {},
    'GET /api/v1/invitations': {},
    'GET /api/v1/profiles': {},
    'GET /api/v1/assets': {},
    'GET /api/v1/assets/facets': {},
    'GET /api/v1/review': {},
    'GET /api/v1/review/counts': {},
    'GET /api/v1/approval-policy': {},
    'GET /api/v1/assets/{assetId}/review': { params: { assetId: ids.headline } },
    'GET /api/v1/assets/{assetId}/comments': { params: { assetId: ids.headline } },
    'GET /api/v1/assets/renditions': {},
    'GET /api/v1/upload-batches': {},
    'GET /api/v1/upload-batches/{batchId}': { params: { batchId: ids.uploadBatch } },
    'GET /api/v1/brand-kit': {},
    'POST /api/v1/brand-kit/impact': { body: { kit: DEFAULT_BRAND_KIT } },
    'PUT /api/v1/brand-kit': { body: { revision: 0, kit: DEFAULT_BRAND_KIT } },
    'GET /api/v1/templates': {},
    'POST /api/v1/templates': { body: { name: 'New', ...STARTER_TEMPLATE } },
    'POST /api/v1/templates/lint': { body: STARTER_TEMPLATE },
    'POST /api/v1/templates/preview': { body: { ...STARTER_TEMPLATE, size: '320x50' } },
    'GET /api/v1/templates/{templateId}': { params: { templateId: ids.template } },
    'PATCH /api/v1/templates/{templateId}': {
      params: { templateId: ids.template },
      body: { name: 'Renamed', description: 'Changed' },
    },
    'POST /api/v1/templates/{templateId}/versions': {
      params: { templateId: ids.template },
      body: { ...STARTER_TEMPLATE, baseVersion: 1, note: 'Again' },
    },
    'GET /api/v1/templates/{templateId}/versions/{version}': {
      params: { templateId: ids.template, version: '1' },
    },
    'POST /api/v1/templates/{templateId}/versions/{version}/restore': {
      params: { templateId: ids.template, version: '1' },
    },
    'POST /api/v1/templates/{templateId}/archive': {
      params: { templateId: ids.template },
      body: { isArchived: true },
    },
    'GET /api/v1/segments': { query: { counts: 'true' } },
    'GET /api/v1/sources': {},
    'GET /api/v1/feeds': {},
    'GET /api/v1/products': { query: { search: 'coat', limit: '5' } },
    'GET /api/v1/placements': {},
    'GET /api/v1/campaigns': {},
    'GET /api/v1/decisions': { query: { campaignId: ids.campaign } },
    'GET /api/v1/assets/{assetId}': { params: { assetId: ids.headline } },
    'GET /api/v1/assets/{assetId}/usage': { params: { assetId: ids.headline } },
    'GET /api/v1/assets/{assetId}/findings': { params: { assetId: ids.headline } },
    'GET /api/v1/assets/{assetId}/versions': { params: { assetId: ids.headline } },
    'GET /api/v1/segments/{segmentId}': { params: { segmentId: ids.segment } },
    'GET /api/v1/sources/{sourceId}': { params: { sourceId: ids.csvSource } },
    'GET /api/v1/sources/{sourceId}/imports': { params: { sourceId: ids.csvSource } },
    'GET /api/v1/feeds/{feedId}': { params: { feedId: ids.feed } },
    'GET /api/v1/placements/{placementId}': { params: { placementId: ids.placement } },
    'GET /api/v1/decisions/{decisionId}': { params: { decisionId: ids.decision } },
    'GET /api/v1/campaigns/{campaignId}': { params: live },
    'GET /api/v1/campaigns/{campaignId}/report': { params: live },
    'GET /api/v1/campaigns/{campaignId}/report.csv': { params: live, query: { table: 'days' } },
    'GET /api/v1/campaigns/{campaignId}/beliefs': { params: live },
    'GET /api/v1/campaigns/{campaignId}/audit': { params: live },
    'GET /api/v1/campaigns/{campaignId}/audit.csv': { params: live, query: { table: 'findings' } },
    'GET /api/v1/campaigns/{campaignId}/proof': { params: live },
    'GET /api/v1/campaigns/{campaignId}/preview': { params: live, query: { size: '300x250' } },
    'GET /api/v1/campaigns/{campaignId}/gallery': { params: live },
    'GET /api/v1/campaigns/{campaignId}/gallery/chances': { params: live },
    'GET /api/v1/campaigns/{campaignId}/render-check': { params: live },
    'POST /api/v1/campaigns/{campaignId}/render-check': {
      params: live,
      body: { results: [{ key: 'a'.repeat(64), findings: [] }] },
    },
    'GET /api/v1/campaigns/{campaignId}/review-links': { params: live },
    'POST /api/v1/campaigns/{campaignId}/review-links': {
      params: live,
      body: { name: 'Client', source: 'draft' },
    },
    'DELETE /api/v1/campaigns/{campaignId}/review-links/{linkId}': {
      params: { ...live, linkId: ids.reviewLink },
    },
    'POST /api/v1/campaigns/{campaignId}/preview': {
      params: live,
      body: { size: '300x250', seeds: [1] },
    },
    'POST /api/v1/segments/count': { body: { condition: GOLD } },
    'POST /api/v1/workspaces': { body: { name: 'Another' } },
    'POST /api/v1/assets/copy': {
      body: { kind: 'headline', text: 'New', name: 'New', tags: ['new'] },
    },
    'GET /api/v1/library-views': {},
    'POST /api/v1/library-views': { body: { name: 'New', query: VIEW } },
    'PUT /api/v1/library-views/{viewId}': {
      params: { viewId: ids.libraryView },
      body: { name: 'Renamed', query: VIEW },
    },
    'DELETE /api/v1/library-views/{viewId}': { params: { viewId: ids.libraryView } },
    'POST /api/v1/assets/bulk': {
      body: { target: { assetIds: [ids.cta] }, change: { kind: 'tag', add: ['many'] } },
    },
    'POST /api/v1/assets/bulk/{undoId}/undo': { params: { undoId: ids.bulkChange } },
    'POST /api/v1/assets/theme': { body: { name: 'New', theme: THEME } },
    'POST /api/v1/assets': {
      query: { fileName: 'dot.png', altText: 'A dot' },
      raw: { contentType: 'image/png', content: png },
    },
    'PUT /api/v1/assets/{assetId}/poster': {
      params: { assetId: ids.film },
      raw: { contentType: 'image/png', content: png },
    },
    'POST /api/v1/upload-batches': {
      body: {
        files: [{ fileName: 'new/boots.png', fileSizeBytes: 2_000 }],
        defaults: { source: 'New' },
      },
    },
    'PATCH /api/v1/uploads/{fileId}': {
      params: { fileId: ids.uploadFile },
      ...sendWhole('none'),
    },
    'POST /api/v1/upload-batches/{batchId}/files': {
      params: { batchId: ids.uploadBatch },
      body: { action: 'set_kind', fileIds: [ids.uploadFile], kind: 'logo' },
    },
    'POST /api/v1/upload-files/{fileId}/sheet': {
      params: { fileId: ids.uploadSheet },
      body: { mapping: ['headline'], mode: 'check' },
    },
    'DELETE /api/v1/upload-batches/{batchId}': { params: { batchId: ids.uploadBatch } },
    'POST /api/v1/segments': { body: { name: 'New', description: 'New', condition: GOLD } },
    'PUT /api/v1/segments/{segmentId}': {
      params: { segmentId: ids.segment },
      body: { name: 'Renamed', description: 'Changed', condition: GOLD },
    },
    'POST /api/v1/segments/{segmentId}/archive': {
      params: { segmentId: ids.segment },
      body: { isArchived: false },
    },
    'POST /api/v1/assets/{assetId}/comments': {
      params: { assetId: ids.headline },
      body: { text: 'Warmer', parentId: ids.comment },
    },
    'PATCH /api/v1/assets/{assetId}/comments/{commentId}': {
      params: { assetId: ids.headline, commentId: ids.comment },
      body: { isResolved: true },
    },
    'PUT /api/v1/approval-policy': { body: { brand: 1, legal: 0 } },
    'POST /api/v1/sources': { body: { kind: 'csv', name: 'New', mapping: MAPPING } },
    'PUT /api/v1/sources/{sourceId}': {
      params: { sourceId: ids.webhook },
      body: { name: 'Renamed', mapping: MAPPING },
    },
    'POST /api/v1/sources/{sourceId}': { params: { sourceId: ids.webhook } },
    'POST /api/v1/sources/{sourceId}/imports': {
      params: { sourceId: ids.csvSource },
      query: { fileName: 'customers.csv' },
      raw: { contentType: 'text/csv', content: 'id,consent,tier\n1,yes,gold\n' },
    },
    'POST /api/v1/feeds': { body: { kind: 'promotion', name: 'New' } },
    'POST /api/v1/feeds/{feedId}': { params: { feedId: ids.feed } },
    'POST /api/v1/placements': { body: { name: 'New', size: '728x90', pageCategory: 'shoes' } },
    'PUT /api/v1/placements/{placementId}': {
      params: { placementId: ids.placement },
      body: { name: 'Renamed', pageCategory: 'boots' },
    },
    'POST /api/v1/placements/{placementId}': {
      params: { placementId: ids.sparePlacement },
      body: { isArchived: false },
    },
    'POST /api/v1/campaigns': { body: { name: 'New' } },
    'PUT /api/v1/campaigns/{campaignId}/objectives': {
      params: draft,
      body: { editVersion: 0, name: 'Renamed', objectives: OBJECTIVES },
    },
    'PUT /api/v1/campaigns/{campaignId}/assets': {
      params: draft,
      body: {
        editVersion: 1,
        design: DESIGN,
        slots: [{ key: 'headline', kind: 'headline', assetIds: [ids.headline] }],
      },
    },
    'PUT /api/v1/campaigns/{campaignId}/segments': {
      params: draft,
      body: { editVersion: 2, segmentIds: [ids.segment] },
    },
    'PUT /api/v1/campaigns/{campaignId}/rules': {
      params: draft,
      body: { editVersion: 3, rules: [{ name: 'A', enabled: true, condition: GOLD, effect }] },
    },
    'PUT /api/v1/campaigns/{campaignId}/pilot': {
      params: draft,
      body: {
        editVersion: 4,
        pilot: {
          segmentIds: [ids.segment],
          slotKeys: ['headline'],
          placementIds: [ids.sparePlacement],
          trafficShare: 1,
          holdoutShare: 0.1,
          benchmark: { headline: ids.headline },
        },
      },
    },
    'PUT /api/v1/campaigns/{campaignId}/elements': {
      params: live,
      body: { slot: 'headline', assetId: ids.headline, isPaused: false },
    },
    'POST /api/v1/campaigns/{campaignId}/publish': { params: live },
    'POST /api/v1/campaigns/{campaignId}/status': { params: live, body: { action: 'pause' } },
    'POST /api/v1/assets/state': { body: { action: 'archive', assetIds: [ids.otherHeadline] } },
    'POST /api/v1/assets/{assetId}/versions/{version}/restore': {
      params: { assetId: ids.cta, version: '1' },
    },
    'PATCH /api/v1/assets/{assetId}': {
      params: { assetId: ids.cta },
      body: { name: 'Renamed', text: 'Open', locale: 'en', tags: ['a'] },
    },
    'POST /api/v1/invitations': { body: { email: 'new@example.com', role: 'creative' } },
    'DELETE /api/v1/invitations/{invitationId}': { params: { invitationId: ids.invitation } },
    'POST /api/v1/api-keys': { body: { name: 'New', scopes: ['read'] } },
    'DELETE /api/v1/api-keys/{apiKeyId}': { params: { apiKeyId: ids.apiKey } },
    'PUT /api/v1/members/{userId}': { params: { userId: ids.member }, body: { role: 'creative' } },
    'DELETE /api/v1/members/{userId}': { params: { userId: ids.member } },
  }
}

/** Routes anybody may call; each has tests of its own. */
export const PUBLIC_ROUTES = [
  'POST /api/v1/sign-up',
  'POST /api/v1/invitations/accept',
  'GET /api/v1/reviews/{token}',
  'GET /api/v1/reviews/{token}/ads',
  'POST /api/v1/reviews/{token}/notes',
  'POST /api/feeds/{feedId}',
  'POST /api/sources/{sourceId}',
]
