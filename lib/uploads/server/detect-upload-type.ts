export type UploadType = 'archive' | 'workbook' | 'csv' | 'media'

/** What to do with a file, by its first bytes; its name only tells text from text. */
export function detectUploadType(head: Uint8Array, fileName: string): UploadType {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))
  if (isZip) return /\.xls[xm]$/i.test(fileName) ? 'workbook' : 'archive'
  const isEmptyZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (isEmptyZip) return 'archive'
  return /\.(csv|tsv|txt)$/i.test(fileName) ? 'csv' : 'media'
}
