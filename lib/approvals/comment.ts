/** In characters as a reader counts them. */
export const COMMENT_MAX_LENGTH = 2_000
