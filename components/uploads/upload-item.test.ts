import { describe, expect, it } from 'vitest'
import type { UploadFile } from '@/lib/uploads/upload'
import {
  describeSeconds,
  estimateSecondsLeft,
  groupOf,
  refuseFile,
  summariseItems,
  type UploadItem,
} from './upload-item'

const item = (
  server: Partial<UploadFile>,
  sending: UploadItem['sending'] = 'none',
  sentBytes = 0,
): UploadItem => ({
  batchId: 'b',
  sending,
  sentBytes,
  server: {
    ...{ id: 'f', parentId: null, fileName: 'a.png', fileSizeBytes: 100, lastModifiedMs: 0 },
    ...{ kind: null, state: 'waiting', message: null, canRetry: false, notes: [], similar: [] },
    ...{ sheet: null, asset: null },
    ...server,
  },
})

describe('an upload', () => {
  it('asks for a person when its bytes are nowhere, it failed, or it looks like another', () => {
    expect(groupOf(item({}))).toBe('attention')
    expect(groupOf(item({}, 'queued'))).toBe('working')
    expect(groupOf(item({ state: 'processing' }))).toBe('working')
    expect(groupOf(item({ state: 'failed' }))).toBe('attention')
    expect(groupOf(item({ state: 'duplicate' }))).toBe('done')
    const alike = { id: 'x', kind: 'image', state: 'draft', name: 'X', url: '/x' } as const
    expect(groupOf(item({ state: 'done', similar: [{ ...alike, differingBits: 2 }] }))).toBe(
      'attention',
    )
  })

  it('counts bytes once: those of an archive, not of what came out of it', () => {
    const summary = summariseItems([
      item({ state: 'done' }),
      item({ parentId: 'f', state: 'done', fileSizeBytes: 5_000 }),
      item({}, 'sending', 40),
      item({ state: 'cancelled' }),
    ])
    expect(summary).toMatchObject({ totalBytes: 200, sentBytes: 140, working: 1 })
  })
})

describe('estimateSecondsLeft', () => {
  it('goes by the slower of sending and working', () => {
    const pace = { doneBytes: 500, doneFiles: 10, elapsedMs: 10_000 }
    expect(estimateSecondsLeft(pace, { bytes: 500, files: 30 })).toBe(30)
    expect(estimateSecondsLeft(pace, { bytes: 5_000, files: 0 })).toBe(100)
    expect(estimateSecondsLeft({ ...pace, elapsedMs: 100 }, { bytes: 1, files: 1 })).toBeNull()
    expect(estimateSecondsLeft(pace, { bytes: 20_000, files: 1 })).toBeNull()
    expect(describeSeconds(31)).toBe('about 35 s left')
    expect(describeSeconds(200)).toBe('about 3 min left')
  })
})

it('passes over what systems put into folders and says why it refuses the rest', () => {
  expect(refuseFile('a/.DS_Store', 10)).toBe('skip')
  expect(refuseFile('a/b.png', 0)).toMatch(/empty/)
  expect(refuseFile('a.zip', 600_000_000)).toMatch(/500 MB/)
  expect(refuseFile('a/b.png', 10)).toBeNull()
})
