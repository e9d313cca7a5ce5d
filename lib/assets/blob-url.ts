/** Formats that are ever stored and served, with their content type. */
export const STORED_FORMATS = {
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
  avif: 'image/avif',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const
export type StoredFormat = keyof typeof STORED_FORMATS

const blobFilePattern = /^([0-9a-f]{64})\.(webp|jpeg|png|avif|mp4|webm)$/

/** Root-relative address of a stored picture or video: immutable, since the name is the content's hash. */
export function blobUrl(sha256: string, format: string): string {
  return `/assets/blobs/${sha256}.${format}`
}

/** The parts of `<sha256>.<format>`, or null for anything else. */
export function parseBlobFile(file: string): { sha256: string; format: StoredFormat } | null {
  const match = blobFilePattern.exec(file)
  if (!match?.[1] || !match[2]) return null
  return { sha256: match[1], format: match[2] as StoredFormat }
}

export function formatOfContentType(contentType: string): StoredFormat {
  const entry = Object.entries(STORED_FORMATS).find(([, type]) => type === contentType)
  if (!entry) throw new Error(`Not a stored content type: ${contentType}`)
  return entry[0] as StoredFormat
}
