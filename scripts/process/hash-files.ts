import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** A digest of names and contents of the given files and folders, taken recursively. */
export function hashFiles(
  root: string,
  entries: string[],
  isWanted = (_file: string) => true,
): string {
  const hash = createHash('sha256')
  for (const file of entries.flatMap((entry) => listFiles(root, entry)).filter(isWanted)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, entry: string): string[] {
  const absolute = path.join(root, entry)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [entry]
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.relative(root, path.join(found.parentPath, found.name)))
    .sort()
}
