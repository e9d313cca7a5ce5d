import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

const SVG = 'http://www.w3.org/2000/svg'
const LOAD_TIMEOUT_MS = 15_000

/** An ad in a hidden frame of the studio's own origin: nothing in it can run. */
export async function mountCreative(
  html: string,
  size: AdSize,
): Promise<{ frame: HTMLIFrameElement; document: Document }> {
  const { widthPx, heightPx } = AD_SIZES[size]
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.width = String(widthPx)
  frame.height = String(heightPx)
  frame.style.cssText = 'position:fixed;left:-10000px;top:0;border:0'
  const loaded = new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve(), { once: true })
    setTimeout(() => reject(new Error('The ad did not load in time.')), LOAD_TIMEOUT_MS)
  })
  frame.srcdoc = html
  document.body.append(frame)
  try {
    await loaded
    const inside = frame.contentDocument
    if (!inside) throw new Error('The ad could not be read.')
    await Promise.all([
      inside.fonts.ready,
      // A picture that does not load is missing in the ad too.
      ...Array.from(inside.images, (image) => image.decode().catch(() => undefined)),
    ])
    return { frame, document: inside }
  } catch (error) {
    frame.remove()
    throw error
  }
}

/**
 * The ad as the browser draws it, on a canvas of `density` pixels for each CSS pixel: the document
 * itself, its pictures put inside, drawn as an SVG image.
 */
export async function drawCreative(
  ad: Document,
  size: AdSize,
  density: number,
): Promise<HTMLCanvasElement> {
  const { widthPx, heightPx } = AD_SIZES[size]
  const root = ad.documentElement.cloneNode(true) as HTMLElement
  await embedPictures(ad, root)
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('xmlns', SVG)
  svg.setAttribute('width', String(widthPx * density))
  svg.setAttribute('height', String(heightPx * density))
  svg.setAttribute('viewBox', `0 0 ${widthPx} ${heightPx}`)
  const holder = document.createElementNS(SVG, 'foreignObject')
  holder.setAttribute('width', '100%')
  holder.setAttribute('height', '100%')
  holder.append(root)
  svg.append(holder)
  const text = new XMLSerializer().serializeToString(svg)
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`)
  const canvas = document.createElement('canvas')
  canvas.width = widthPx * density
  canvas.height = heightPx * density
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser can’t draw pictures.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** An SVG image loads nothing: what the ad shows goes into it as it was loaded. */
async function embedPictures(ad: Document, root: HTMLElement): Promise<void> {
  for (const source of root.querySelectorAll('source')) source.remove()
  const copies = [...root.querySelectorAll('img')]
  await Promise.all(
    [...ad.querySelectorAll('img')].map(async (image, index) => {
      const copy = copies[index]
      if (!copy) return
      copy.removeAttribute('srcset')
      copy.removeAttribute('loading')
      copy.src = image.currentSrc === '' ? '' : await readDataUrl(image.currentSrc)
    }),
  )
  for (const video of root.querySelectorAll('video')) {
    const poster = document.createElement('img')
    poster.className = video.className
    poster.style.cssText = video.style.cssText
    poster.src = video.poster === '' ? '' : await readDataUrl(video.poster)
    video.replaceWith(poster)
  }
}

const dataUrls = new Map<string, Promise<string>>()
const MAX_KEPT = 200

function readDataUrl(url: string): Promise<string> {
  const known = dataUrls.get(url)
  if (known) return known
  if (dataUrls.size >= MAX_KEPT) dataUrls.clear()
  const read = fetch(url)
    .then((response) => (response.ok ? response.blob() : Promise.reject(new Error(url))))
    .then(
      (blob) =>
        new Promise<string>((resolve, reject) => {
          const reader = new FileReader()
          reader.onload = () => resolve(String(reader.result))
          reader.onerror = () => reject(reader.error ?? new Error(url))
          reader.readAsDataURL(blob)
        }),
    )
    .catch(() => '')
  dataUrls.set(url, read)
  return read
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}
