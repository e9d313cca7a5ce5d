/** What pages of other people load; written to public/ and committed there. */
export const TAG_SCRIPTS = ['tag', 'frame', 'pixel'] as const
export type TagScript = (typeof TAG_SCRIPTS)[number]
