// Written by `npm run routes`; a test tells when it is behind.
import type { RouteTable } from '@/lib/http/openapi-document'
import * as pushFeedsFeedId from '@/app/api/feeds/[feedId]/route'
import * as pushSourcesSourceId from '@/app/api/sources/[sourceId]/route'
import * as apiKeysApiKeyId from '@/app/api/v1/api-keys/[apiKeyId]/route'
import * as apiKeys from '@/app/api/v1/api-keys/route'
import * as approvalPolicy from '@/app/api/v1/approval-policy/route'
import * as assetsAssetIdCommentsCommentId from '@/app/api/v1/assets/[assetId]/comments/[commentId]/route'
import * as assetsAssetIdComments from '@/app/api/v1/assets/[assetId]/comments/route'
import * as assetsAssetIdFindings from '@/app/api/v1/assets/[assetId]/findings/route'
import * as assetsAssetIdPoster from '@/app/api/v1/assets/[assetId]/poster/route'
import * as assetsAssetIdReview from '@/app/api/v1/assets/[assetId]/review/route'
import * as assetsAssetId from '@/app/api/v1/assets/[assetId]/route'
import * as assetsAssetIdUsage from '@/app/api/v1/assets/[assetId]/usage/route'
import * as assetsAssetIdVersionsVersionRestore from '@/app/api/v1/assets/[assetId]/versions/[version]/restore/route'
import * as assetsAssetIdVersions from '@/app/api/v1/assets/[assetId]/versions/route'
import * as assetsBulkUndoIdUndo from '@/app/api/v1/assets/bulk/[undoId]/undo/route'
import * as assetsBulk from '@/app/api/v1/assets/bulk/route'
import * as assetsCopy from '@/app/api/v1/assets/copy/route'
import * as assetsFacets from '@/app/api/v1/assets/facets/route'
import * as assetsRenditions from '@/app/api/v1/assets/renditions/route'
import * as assets from '@/app/api/v1/assets/route'
import * as assetsState from '@/app/api/v1/assets/state/route'
import * as assetsTheme from '@/app/api/v1/assets/theme/route'
import * as auditLog from '@/app/api/v1/audit-log/route'
import * as brandKitImpact from '@/app/api/v1/brand-kit/impact/route'
import * as brandKit from '@/app/api/v1/brand-kit/route'
import * as campaignsCampaignIdAssets from '@/app/api/v1/campaigns/[campaignId]/assets/route'
import * as campaignsCampaignIdAuditCsv from '@/app/api/v1/campaigns/[campaignId]/audit.csv/route'
import * as campaignsCampaignIdAudit from '@/app/api/v1/campaigns/[campaignId]/audit/route'
import * as campaignsCampaignIdBeliefs from '@/app/api/v1/campaigns/[campaignId]/beliefs/route'
import * as campaignsCampaignIdElements from '@/app/api/v1/campaigns/[campaignId]/elements/route'
import * as campaignsCampaignIdGalleryChances from '@/app/api/v1/campaigns/[campaignId]/gallery/chances/route'
import * as campaignsCampaignIdGallery from '@/app/api/v1/campaigns/[campaignId]/gallery/route'
import * as campaignsCampaignIdObjectives from '@/app/api/v1/campaigns/[campaignId]/objectives/route'
import * as campaignsCampaignIdPilot from '@/app/api/v1/campaigns/[campaignId]/pilot/route'
import * as campaignsCampaignIdPreview from '@/app/api/v1/campaigns/[campaignId]/preview/route'
import * as campaignsCampaignIdProof from '@/app/api/v1/campaigns/[campaignId]/proof/route'
import * as campaignsCampaignIdPublish from '@/app/api/v1/campaigns/[campaignId]/publish/route'
import * as campaignsCampaignIdRenderCheck from '@/app/api/v1/campaigns/[campaignId]/render-check/route'
import * as campaignsCampaignIdReportCsv from '@/app/api/v1/campaigns/[campaignId]/report.csv/route'
import * as campaignsCampaignIdReport from '@/app/api/v1/campaigns/[campaignId]/report/route'
import * as campaignsCampaignIdReviewLinksLinkId from '@/app/api/v1/campaigns/[campaignId]/review-links/[linkId]/route'
import * as campaignsCampaignIdReviewLinks from '@/app/api/v1/campaigns/[campaignId]/review-links/route'
import * as campaignsCampaignId from '@/app/api/v1/campaigns/[campaignId]/route'
import * as campaignsCampaignIdRules from '@/app/api/v1/campaigns/[campaignId]/rules/route'
import * as campaignsCampaignIdSegments from '@/app/api/v1/campaigns/[campaignId]/segments/route'
import * as campaignsCampaignIdStatus from '@/app/api/v1/campaigns/[campaignId]/status/route'
import * as campaigns from '@/app/api/v1/campaigns/route'
import * as decisionsDecisionId from '@/app/api/v1/decisions/[decisionId]/route'
import * as decisions from '@/app/api/v1/decisions/route'
import * as feedsFeedId from '@/app/api/v1/feeds/[feedId]/route'
import * as feeds from '@/app/api/v1/feeds/route'
import * as invitationsInvitationId from '@/app/api/v1/invitations/[invitationId]/route'
import * as invitationsAccept from '@/app/api/v1/invitations/accept/route'
import * as invitations from '@/app/api/v1/invitations/route'
import * as libraryViewsViewId from '@/app/api/v1/library-views/[viewId]/route'
import * as libraryViews from '@/app/api/v1/library-views/route'
import * as me from '@/app/api/v1/me/route'
import * as membersUserId from '@/app/api/v1/members/[userId]/route'
import * as members from '@/app/api/v1/members/route'
import * as placementsPlacementId from '@/app/api/v1/placements/[placementId]/route'
import * as placements from '@/app/api/v1/placements/route'
import * as products from '@/app/api/v1/products/route'
import * as profiles from '@/app/api/v1/profiles/route'
import * as reports from '@/app/api/v1/reports/route'
import * as reviewCounts from '@/app/api/v1/review/counts/route'
import * as review from '@/app/api/v1/review/route'
import * as reviewsTokenAds from '@/app/api/v1/reviews/[token]/ads/route'
import * as reviewsTokenNotes from '@/app/api/v1/reviews/[token]/notes/route'
import * as reviewsToken from '@/app/api/v1/reviews/[token]/route'
import * as segmentsSegmentIdArchive from '@/app/api/v1/segments/[segmentId]/archive/route'
import * as segmentsSegmentId from '@/app/api/v1/segments/[segmentId]/route'
import * as segmentsCount from '@/app/api/v1/segments/count/route'
import * as segments from '@/app/api/v1/segments/route'
import * as signUp from '@/app/api/v1/sign-up/route'
import * as sourcesSourceIdImports from '@/app/api/v1/sources/[sourceId]/imports/route'
import * as sourcesSourceId from '@/app/api/v1/sources/[sourceId]/route'
import * as sources from '@/app/api/v1/sources/route'
import * as templatesTemplateIdArchive from '@/app/api/v1/templates/[templateId]/archive/route'
import * as templatesTemplateId from '@/app/api/v1/templates/[templateId]/route'
import * as templatesTemplateIdVersionsVersionRestore from '@/app/api/v1/templates/[templateId]/versions/[version]/restore/route'
import * as templatesTemplateIdVersionsVersion from '@/app/api/v1/templates/[templateId]/versions/[version]/route'
import * as templatesTemplateIdVersions from '@/app/api/v1/templates/[templateId]/versions/route'
import * as templatesLint from '@/app/api/v1/templates/lint/route'
import * as templatesPreview from '@/app/api/v1/templates/preview/route'
import * as templates from '@/app/api/v1/templates/route'
import * as uploadBatchesBatchIdFiles from '@/app/api/v1/upload-batches/[batchId]/files/route'
import * as uploadBatchesBatchId from '@/app/api/v1/upload-batches/[batchId]/route'
import * as uploadBatches from '@/app/api/v1/upload-batches/route'
import * as uploadFilesFileIdSheet from '@/app/api/v1/upload-files/[fileId]/sheet/route'
import * as uploadsFileId from '@/app/api/v1/uploads/[fileId]/route'
import * as workspaces from '@/app/api/v1/workspaces/route'

/** Every route declared with route(), by its path. */
export const ROUTE_TABLE: RouteTable = {
  '/api/feeds/{feedId}': pushFeedsFeedId,
  '/api/sources/{sourceId}': pushSourcesSourceId,
  '/api/v1/api-keys/{apiKeyId}': apiKeysApiKeyId,
  '/api/v1/api-keys': apiKeys,
  '/api/v1/approval-policy': approvalPolicy,
  '/api/v1/assets/{assetId}/comments/{commentId}': assetsAssetIdCommentsCommentId,
  '/api/v1/assets/{assetId}/comments': assetsAssetIdComments,
  '/api/v1/assets/{assetId}/findings': assetsAssetIdFindings,
  '/api/v1/assets/{assetId}/poster': assetsAssetIdPoster,
  '/api/v1/assets/{assetId}/review': assetsAssetIdReview,
  '/api/v1/assets/{assetId}': assetsAssetId,
  '/api/v1/assets/{assetId}/usage': assetsAssetIdUsage,
  '/api/v1/assets/{assetId}/versions/{version}/restore': assetsAssetIdVersionsVersionRestore,
  '/api/v1/assets/{assetId}/versions': assetsAssetIdVersions,
  '/api/v1/assets/bulk/{undoId}/undo': assetsBulkUndoIdUndo,
  '/api/v1/assets/bulk': assetsBulk,
  '/api/v1/assets/copy': assetsCopy,
  '/api/v1/assets/facets': assetsFacets,
  '/api/v1/assets/renditions': assetsRenditions,
  '/api/v1/assets': assets,
  '/api/v1/assets/state': assetsState,
  '/api/v1/assets/theme': assetsTheme,
  '/api/v1/audit-log': auditLog,
  '/api/v1/brand-kit/impact': brandKitImpact,
  '/api/v1/brand-kit': brandKit,
  '/api/v1/campaigns/{campaignId}/assets': campaignsCampaignIdAssets,
  '/api/v1/campaigns/{campaignId}/audit.csv': campaignsCampaignIdAuditCsv,
  '/api/v1/campaigns/{campaignId}/audit': campaignsCampaignIdAudit,
  '/api/v1/campaigns/{campaignId}/beliefs': campaignsCampaignIdBeliefs,
  '/api/v1/campaigns/{campaignId}/elements': campaignsCampaignIdElements,
  '/api/v1/campaigns/{campaignId}/gallery/chances': campaignsCampaignIdGalleryChances,
  '/api/v1/campaigns/{campaignId}/gallery': campaignsCampaignIdGallery,
  '/api/v1/campaigns/{campaignId}/objectives': campaignsCampaignIdObjectives,
  '/api/v1/campaigns/{campaignId}/pilot': campaignsCampaignIdPilot,
  '/api/v1/campaigns/{campaignId}/preview': campaignsCampaignIdPreview,
  '/api/v1/campaigns/{campaignId}/proof': campaignsCampaignIdProof,
  '/api/v1/campaigns/{campaignId}/publish': campaignsCampaignIdPublish,
  '/api/v1/campaigns/{campaignId}/render-check': campaignsCampaignIdRenderCheck,
  '/api/v1/campaigns/{campaignId}/report.csv': campaignsCampaignIdReportCsv,
  '/api/v1/campaigns/{campaignId}/report': campaignsCampaignIdReport,
  '/api/v1/campaigns/{campaignId}/review-links/{linkId}': campaignsCampaignIdReviewLinksLinkId,
  '/api/v1/campaigns/{campaignId}/review-links': campaignsCampaignIdReviewLinks,
  '/api/v1/campaigns/{campaignId}': campaignsCampaignId,
  '/api/v1/campaigns/{campaignId}/rules': campaignsCampaignIdRules,
  '/api/v1/campaigns/{campaignId}/segments': campaignsCampaignIdSegments,
  '/api/v1/campaigns/{campaignId}/status': campaignsCampaignIdStatus,
  '/api/v1/campaigns': campaigns,
  '/api/v1/decisions/{decisionId}': decisionsDecisionId,
  '/api/v1/decisions': decisions,
  '/api/v1/feeds/{feedId}': feedsFeedId,
  '/api/v1/feeds': feeds,
  '/api/v1/invitations/{invitationId}': invitationsInvitationId,
  '/api/v1/invitations/accept': invitationsAccept,
  '/api/v1/invitations': invitations,
  '/api/v1/library-views/{viewId}': libraryViewsViewId,
  '/api/v1/library-views': libraryViews,
  '/api/v1/me': me,
  '/api/v1/members/{userId}': membersUserId,
  '/api/v1/members': members,
  '/api/v1/placements/{placementId}': placementsPlacementId,
  '/api/v1/placements': placements,
  '/api/v1/products': products,
  '/api/v1/profiles': profiles,
  '/api/v1/reports': reports,
  '/api/v1/review/counts': reviewCounts,
  '/api/v1/review': review,
  '/api/v1/reviews/{token}/ads': reviewsTokenAds,
  '/api/v1/reviews/{token}/notes': reviewsTokenNotes,
  '/api/v1/reviews/{token}': reviewsToken,
  '/api/v1/segments/{segmentId}/archive': segmentsSegmentIdArchive,
  '/api/v1/segments/{segmentId}': segmentsSegmentId,
  '/api/v1/segments/count': segmentsCount,
  '/api/v1/segments': segments,
  '/api/v1/sign-up': signUp,
  '/api/v1/sources/{sourceId}/imports': sourcesSourceIdImports,
  '/api/v1/sources/{sourceId}': sourcesSourceId,
  '/api/v1/sources': sources,
  '/api/v1/templates/{templateId}/archive': templatesTemplateIdArchive,
  '/api/v1/templates/{templateId}': templatesTemplateId,
  '/api/v1/templates/{templateId}/versions/{version}/restore':
    templatesTemplateIdVersionsVersionRestore,
  '/api/v1/templates/{templateId}/versions/{version}': templatesTemplateIdVersionsVersion,
  '/api/v1/templates/{templateId}/versions': templatesTemplateIdVersions,
  '/api/v1/templates/lint': templatesLint,
  '/api/v1/templates/preview': templatesPreview,
  '/api/v1/templates': templates,
  '/api/v1/upload-batches/{batchId}/files': uploadBatchesBatchIdFiles,
  '/api/v1/upload-batches/{batchId}': uploadBatchesBatchId,
  '/api/v1/upload-batches': uploadBatches,
  '/api/v1/upload-files/{fileId}/sheet': uploadFilesFileIdSheet,
  '/api/v1/uploads/{fileId}': uploadsFileId,
  '/api/v1/workspaces': workspaces,
}
