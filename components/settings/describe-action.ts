import type { AuditSubject } from '@/lib/workspaces/workspace-api'

const WORDS: Record<string, string> = {
  'campaign.create': 'Created the campaign',
  'campaign.objectives': 'Changed objectives of the campaign',
  'campaign.assets': 'Changed assets of the campaign',
  'campaign.segments': 'Changed segments of the campaign',
  'campaign.rules': 'Changed rules of the campaign',
  'campaign.pilot': 'Changed the pilot of the campaign',
  'campaign.element.pause': 'Paused an element of the campaign',
  'campaign.element.resume': 'Took back an element of the campaign',
  'campaign.publish': 'Published the campaign',
  'campaign.settle': 'Followed changed assets in the campaign',
  'campaign.pause': 'Paused the campaign',
  'campaign.resume': 'Resumed the campaign',
  'campaign.end': 'Ended the campaign',
  'asset.created': 'Added the text',
  'asset.uploaded': 'Uploaded the picture',
  'asset.updated': 'Edited the asset',
  'asset.submit': 'Sent the asset to review',
  'asset.approve': 'Approved the asset',
  'asset.withdraw': 'Took back from review the asset',
  'asset.request_changes': 'Asked for changes of the asset',
  'asset.reject': 'Rejected the asset',
  'asset.expire': 'Let expire the asset',
  'asset.reopen': 'Sent to review again the asset',
  'asset.comment': 'Commented on the asset',
  'asset.comment_resolve': 'Resolved a comment on the asset',
  'asset.comment_reopen': 'Opened again a comment on the asset',
  'asset.archive': 'Archived the asset',
  'asset.restore': 'Took the asset back',
  'brand_kit.update': 'Changed the rules of the brand',
  'review.create': 'Made the review link',
  'review.revoke': 'Took back the review link',
  'review.comment': 'Commented through the review link',
  'review.approve': 'Approved through the review link',
  'review.changes': 'Asked for changes through the review link',
  'template.create': 'Added the template',
  'template.update': 'Renamed the template',
  'template.version': 'Saved a version of the template',
  'template.archive': 'Archived the template',
  'template.restore': 'Took the template back',
  'segment.create': 'Created the segment',
  'segment.update': 'Changed the segment',
  'segment.archive': 'Archived the segment',
  'segment.restore': 'Took the segment back',
  'source.create': 'Created the source',
  'source.update': 'Changed the source',
  'source.import': 'Imported customers through the source',
  'source.rotate_secret': 'Gave a new secret to the source',
  'feed.create': 'Opened the feed',
  'feed.rotate_secret': 'Gave a new secret to the feed',
  'placement.create': 'Created the placement',
  'placement.update': 'Changed the placement',
  'placement.archive': 'Archived the placement',
  'placement.restore': 'Took the placement back',
  'member.approver_roles': 'Changed what they approve as:',
  'member.role': 'Changed the role of',
  'member.remove': 'Removed the member',
  'invitation.create': 'Invited',
  'invitation.accept': 'Joined by the invitation of',
  'invitation.revoke': 'Revoked the invitation of',
  'api_key.create': 'Made the API key',
  'api_key.revoke': 'Revoked the API key',
  'workspace.create': 'Created the workspace',
  'workspace.approval_policy': 'Changed who has to approve assets in',
}

/** An audit action in words that go before its subject's name; a later one reads as it is spelt. */
export function describeAction(action: string): string {
  return WORDS[action] ?? action.replaceAll(/[._]/g, ' ')
}

const PAGES: Partial<Record<AuditSubject, (id: string) => string>> = {
  campaign: (id) => `/campaigns/${id}`,
  asset: () => '/library',
  segment: () => '/audiences',
  source: () => '/sources',
  feed: () => '/sources',
  placement: () => '/placements',
}

/** The page where the subject of an action lives; null where there is none to go to. */
export function findSubjectPage(action: string, subjectId: string): string | null {
  const page = PAGES[action.split('.')[0] as AuditSubject]
  return page ? page(subjectId) : null
}
