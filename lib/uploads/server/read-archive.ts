import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

export const ARCHIVE_LIMITS = {
  entries: 2_000,
  /** Of one file once it is unpacked. */
  entryBytes: 10_000_000,
  /** Of all of them together. */
  totalBytes: 1_000_000_000,
  /** Unpacked bytes for each packed one; what shrinks more holds nothing to look at. */
  expansion: 500,
} as const

export interface ArchiveEntry {
  /** Its place in the archive, by which it is read. */
  readonly index: number
  /** With its folders, as the archive says: for people, never a path. */
  readonly fileName: string
  readonly sizeBytes: number
  /** Why it is not unpacked, or null. */
  readonly refusal: string | null
}

export type ArchiveListing =
  { kind: 'ok'; entries: ArchiveEntry[] } | { kind: 'invalid'; message: string }

/**
 * What a zip holds, from its directory alone: nothing is unpacked. Names that lead outside of the
 * archive, too many files or too many bytes refuse all of it; a locked, swollen or nested file is
 * refused by itself. Folders and what systems add for themselves are passed over.
 */
export async function listArchive(filePath: string): Promise<ArchiveListing> {
  const zip = await openZip(filePath)
  if (!zip) return { kind: 'invalid', message: 'The archive is damaged and cannot be opened.' }
  try {
    if (zip.entryCount > ARCHIVE_LIMITS.entries) {
      return {
        kind: 'invalid',
        message: `The archive holds ${zip.entryCount.toLocaleString('en')} files: at most ${ARCHIVE_LIMITS.entries.toLocaleString('en')} are unpacked.`,
      }
    }
    const entries: ArchiveEntry[] = []
    let index = 0
    let totalBytes = 0
    for await (const entry of zip.eachEntry()) {
      const at = index
      index += 1
      if (isNoise(entry.fileName)) continue
      totalBytes += entry.uncompressedSize
      if (totalBytes > ARCHIVE_LIMITS.totalBytes) {
        return { kind: 'invalid', message: 'The archive unpacks to more than 1 GB.' }
      }
      const { fileName, uncompressedSize: sizeBytes } = entry
      entries.push({ index: at, fileName, sizeBytes, refusal: refuseEntry(entry) })
    }
    if (entries.length === 0) return { kind: 'invalid', message: 'The archive holds no files.' }
    return { kind: 'ok', entries }
  } catch {
    const message = 'The archive is damaged, or holds names that lead outside of it.'
    return { kind: 'invalid', message }
  } finally {
    zip.close()
  }
}

/** The bytes of one file of a listed archive. Throws for one that is refused or not there. */
export async function readArchiveEntry(filePath: string, index: number): Promise<Buffer> {
  const zip = await openZip(filePath)
  if (!zip) throw new Error('the archive cannot be opened')
  try {
    let at = 0
    for await (const entry of zip.eachEntry()) {
      if (at === index) {
        if (refuseEntry(entry)) throw new Error('the entry is refused')
        // yauzl ends the stream with an error as soon as it is longer than it said.
        return await buffer(await zip.openReadStreamPromise(entry))
      }
      at += 1
    }
    throw new Error('the archive has no such entry')
  } finally {
    zip.close()
  }
}

function openZip(filePath: string): Promise<ZipFile | null> {
  return openPromise(filePath, { autoClose: false, strictFileNames: false }).catch(() => null)
}

function isNoise(fileName: string): boolean {
  const base = fileName.split('/').at(-1) ?? ''
  return (
    base === '' || fileName.startsWith('__MACOSX/') || /^(\.|thumbs\.db$|desktop\.ini$)/i.test(base)
  )
}

function refuseEntry(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'It is locked with a password.'
  if (/\.(zip|7z|rar|gz|tgz|bz2|xz|tar)$/i.test(entry.fileName)) {
    return 'An archive inside of an archive is not unpacked. Upload it by itself.'
  }
  if (entry.uncompressedSize === 0) return 'The file is empty.'
  if (entry.uncompressedSize > ARCHIVE_LIMITS.entryBytes) {
    return `Unpacked it is larger than ${ARCHIVE_LIMITS.entryBytes / 1e6} MB.`
  }
  if (entry.uncompressedSize > ARCHIVE_LIMITS.expansion * Math.max(1, entry.compressedSize)) {
    return 'It grows too much when it is unpacked.'
  }
  return null
}
