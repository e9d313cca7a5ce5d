import { describe, expect, it } from 'vitest'
import type { AssetResponse } from '@/lib/assets/asset'
import {
  INITIAL_UPLOADS,
  reduceUploads,
  takeWaiting,
  type UploadChange,
  uploadedShare,
} from './upload-queue'

const run = (...changes: UploadChange[]) => changes.reduce(reduceUploads, INITIAL_UPLOADS)
const add = (...names: string[]): UploadChange => ({
  type: 'add',
  kind: 'image',
  files: names.map((name) => new File(['x'], name)),
})
const asset = { id: 'a1', name: 'Boots', state: 'archived' } as AssetResponse

describe('the upload queue', () => {
  it('sends the first few, then the next when one has ended', () => {
    const all = run(add('1.png', '2.png', '3.png', '4.png'))
    expect(takeWaiting(all, 2).map(({ fileName }) => fileName)).toEqual(['1.png', '2.png'])
    const later = reduceUploads(all, {
      type: 'failed',
      id: 1,
      message: 'The file is damaged.',
      canRetry: false,
    })
    expect(takeWaiting(later, 2).map(({ fileName }) => fileName)).toEqual(['2.png', '3.png'])
    expect(uploadedShare(later)).toBe(0.25)
  })

  it('tells of duplicates where they are', () => {
    const answer = { asset, isDuplicate: true, similar: [], notes: ['Small.'] }
    expect(run(add('1.png'), { type: 'done', id: 1, answer })[0]).toMatchObject({
      status: 'duplicate',
      message: 'You have this picture already, in the archive, as “Boots”. Nothing was added.',
    })
  })

  it('keeps refused files apart, retries, and clears only what has ended', () => {
    const uploads = run(
      add('1.png'),
      { type: 'reject', rejected: [{ fileName: 'x.svg', reason: 'Not accepted.' }] },
      { type: 'failed', id: 1, message: 'Broken connection.', canRetry: true },
      { type: 'retry', id: 1 },
    )
    expect(uploads.map(({ id, status }) => [id, status])).toEqual([
      [1, 'waiting'],
      [2, 'failed'],
    ])
    expect(reduceUploads(uploads, { type: 'clear' }).map(({ id }) => id)).toEqual([1])
  })
})
