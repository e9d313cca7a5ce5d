import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudio } from '@/scripts/testing/http-studio'
import { byName, createUploader, paint } from '@/scripts/testing/http-uploads'
import { buildWorld, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'uploads')
})
const { upload } = createUploader(studio, () => world)

describe('an archive', () => {
  it('gives every file in it a result of its own', async () => {
    const zip = zipSync({
      'summer/boots.png': await paint('#778899'),
      'summer/broken.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'inner.zip': zipSync({ 'a.txt': strToU8('a') }),
      'nested-under-another-name.png': zipSync({ 'a.txt': strToU8('a') }),
      'copy.csv': strToU8('headline\nOut of an archive\n'),
      'empty.png': new Uint8Array(),
      '__MACOSX/summer/._boots.png': strToU8('noise'),
      'zeros.png': [new Uint8Array(9_000_000), { level: 9 }],
    })
    const { files } = await upload({ 'everything.zip': zip })
    const named = byName(files)
    expect(Object.keys(named)).toHaveLength(8)
    expect(named['everything.zip']).toMatchObject({ state: 'done', message: 'Unpacked: 7 files.' })
    expect(named['summer/boots.png']).toMatchObject({ state: 'done', asset: { name: 'boots' } })
    expect(named['summer/broken.jpg']).toMatchObject({ state: 'failed' })
    expect(named['inner.zip']?.message).toMatch(/archive inside/)
    expect(named['nested-under-another-name.png']?.message).toMatch(/archive inside/)
    expect(named['copy.csv']).toMatchObject({ state: 'needs_mapping' })
    expect(named['empty.png']?.message).toMatch(/empty/)
    expect(named['zeros.png']?.message).toMatch(/grows too much/)
  })

  it.each([
    ['leads outside', () => zipSync({ '../../etc/cron.d/x.png': strToU8('x') }), /lead outside/],
    ['is absolute', () => zipSync({ '/etc/passwd': strToU8('x') }), /lead outside/],
    ['is damaged', () => zipSync({ 'a.png': strToU8('x') }).subarray(0, 40), /damaged/],
    [
      'holds too many files',
      () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}.png`, strToU8('x')])),
        ),
      /2,001 files/,
    ],
    [
      'unpacks to too much',
      () => {
        const zip = zipSync(
          Object.fromEntries(Array.from({ length: 1_100 }, (_, i) => [`${i}.png`, strToU8('x')])),
        )
        return swell(zip, 1_000_000)
      },
      /more than 1 GB/,
    ],
  ])('that %s is refused', async (_, build, reason) => {
    const { files } = await upload({ 'bad.zip': build() })
    expect(files).toMatchObject([
      { state: 'failed', message: expect.stringMatching(reason) as string },
    ])
  })

  it('says which of its files are locked', async () => {
    const zip = zipSync({ 'locked.png': strToU8('x'), 'b.png': strToU8('y') })
    const at = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    zip[at + 8] = 1
    const { files } = await upload({ 'some.zip': zip })
    expect(byName(files)['locked.png']?.message).toMatch(/password/)
  })
})

/** Says of every entry that it unpacks to so many bytes. */
function swell(zip: Uint8Array, sizeBytes: number): Uint8Array {
  const bytes = Buffer.from(zip)
  const signature = Buffer.from([0x50, 0x4b, 1, 2])
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 4)) {
    bytes.writeUInt32LE(sizeBytes, at + 24)
  }
  return bytes
}
