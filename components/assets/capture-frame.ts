/** A seek that takes longer than this is not going to end. */
const SEEK_TIMEOUT_MS = 15_000
const JPEG_QUALITY = 0.92
/** The very beginning is often black. */
const EARLY_SHARE = 0.1

/** What a video shows at this moment, as a JPEG. Throws where the browser cannot draw it. */
export async function captureFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  )
  if (!blob) throw new Error('This browser could not take a picture of the video.')
  return blob
}

/** An early frame of a video that is not on the page. Throws where this browser does not play it. */
export async function captureEarlyFrame(url: string): Promise<Blob> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  try {
    const isLoaded = waitFor(video, 'loadeddata')
    video.src = url
    await isLoaded
    const isThere = waitFor(video, 'seeked')
    video.currentTime = Number.isFinite(video.duration) ? video.duration * EARLY_SHARE : 0
    await isThere
    return await captureFrame(video)
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

function waitFor(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('This browser does not play the video.'))
    const timer = setTimeout(fail, SEEK_TIMEOUT_MS)
    const finish = (settle: () => void) => () => {
      clearTimeout(timer)
      settle()
    }
    video.addEventListener(event, finish(resolve), { once: true })
    video.addEventListener('error', finish(fail), { once: true })
  })
}
