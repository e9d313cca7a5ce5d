import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uploadImageResponseSchema } from '@/lib/assets/asset'
import { adSizeSchema } from '@/lib/decision/ad-size'
import {
  type FixtureImage,
  IMAGE_MANIFEST,
  listFixtureImages,
  readFixtureImage,
  storedSize,
} from '@/scripts/testing/fixture-images'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { GET: getBlob } = await import('@/app/assets/blobs/[file]/route')
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'pictures')
})

/** Making every rendition of a large photograph is seconds of work, more on a busy machine. */
const PATIENCE_MS = 120_000

const upload = ({ file }: Pick<FixtureImage, 'file'>) =>
  studio.call('POST /api/v1/assets', {
    as: world.owner,
    query: { fileName: file },
    raw: { contentType: 'application/octet-stream', content: readFixtureImage(file) },
  })

async function fetchPicture(url: string): Promise<Buffer> {
  const file = url.slice(url.lastIndexOf('/') + 1)
  const params = Promise.resolve({ file })
  const response = await getBlob(new Request(`http://studio.example${url}`), { params })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

describeFixtures('uploading the real files of ../shared/fixtures', IMAGE_MANIFEST, () => {
  const { usable, refused } = listFixtureImages()

  it.each(usable)(
    'takes $file in its size, the right way up, and serves nothing of its metadata',
    async (image) => {
      const answer = await upload(image)
      expect({ status: answer.status, text: answer.text.slice(0, 200) }).toMatchObject({
        status: 201,
      })
      const { picture } = uploadImageResponseSchema.parse(answer.json()).asset
      if (!picture) throw new Error('no picture')
      expect([picture.widthPx, picture.heightPx]).toEqual(storedSize(image))
      expect(new Set(picture.renditions.map(({ size }) => size)).size).toBe(
        adSizeSchema.options.length,
      )
      const urls = [picture.url, ...picture.renditions.map(({ url }) => url)]
      for (const url of image.gps ? urls : urls.slice(0, 1)) {
        const { exif, xmp, iptc, orientation } = await sharp(await fetchPicture(url)).metadata()
        expect({ exif, xmp, iptc, orientation: orientation ?? 1 }).toEqual({ orientation: 1 })
      }
    },
    PATIENCE_MS,
  )

  it.each(refused)(
    'refuses $file in plain words',
    async (image) => {
      const answer = await upload(image)
      expect({ status: answer.status, text: answer.text.slice(0, 200) }).toMatchObject({
        status: 422,
      })
      expect(answer.json()).toMatchObject({
        code: 'unprocessable',
        issues: [{ message: expect.stringMatching(/\w+ \w+/) as string }],
      })
    },
    PATIENCE_MS,
  )

  it('has tried both kinds', () => {
    expect(usable.length).toBeGreaterThan(100)
    expect(refused.length).toBeGreaterThan(25)
    expect(usable.filter(({ gps }) => gps).length).toBeGreaterThan(2)
    expect(usable.filter(({ orientation = 1 }) => orientation >= 5).length).toBeGreaterThan(2)
  })
})
