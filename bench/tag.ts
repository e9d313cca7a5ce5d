import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'

export interface TagBench {
  readonly gzipBytes: number
}

/** Size of the tag as it travels. */
export function benchTag(): TagBench {
  const tag = readFileSync(path.join(projectRoot, 'public/tag.js'))
  return { gzipBytes: gzipSync(tag, { level: 9 }).byteLength }
}
