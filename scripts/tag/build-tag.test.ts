import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundleTag } from './build-tag'
import { TAG_SCRIPTS } from './tag-scripts'

const GZIP_LIMIT_BYTES = 2_200
const read = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../public/${name}.js`), 'utf8')

describe.each(TAG_SCRIPTS)('public/%s.js', (name) => {
  it('is built from its source: run `npx tsx scripts/tag/build-tag.ts`', async () => {
    expect(read(name)).toBe(await bundleTag(name))
  })

  it('is small', () => {
    expect(gzipSync(read(name), { level: 9 }).byteLength).toBeLessThanOrEqual(GZIP_LIMIT_BYTES)
  })
})
