/** Records the short films of this folder with Chromium's own encoders: `node scripts/testing/videos/record.mjs`. */
import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright'

const FILMS = {
  'h264-with-sound.mp4': { mimeType: 'video/mp4;codecs=avc1.42001f,opus', hasSound: true },
  'vp8.webm': { mimeType: 'video/webm;codecs=vp8', hasSound: false },
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
})
const page = await browser.newPage()
for (const [name, film] of Object.entries(FILMS)) {
  const bytes = await page.evaluate(async ({ mimeType, hasSound }) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 320, height: 180 })
    const context = canvas.getContext('2d')
    const stream = canvas.captureStream(15)
    if (hasSound) {
      const audio = new AudioContext()
      const sink = audio.createMediaStreamDestination()
      const tone = audio.createOscillator()
      tone.connect(sink)
      tone.start()
      stream.addTrack(sink.stream.getAudioTracks()[0])
    }
    const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 60_000 })
    const chunks = []
    recorder.ondataavailable = ({ data }) => chunks.push(data)
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.start()
    for (let frame = 0; frame < 18; frame++) {
      context.fillStyle = '#1d4ed8'
      context.fillRect(0, 0, 320, 180)
      context.fillStyle = '#facc15'
      context.fillRect(20 + frame * 12, 60, 60, 60)
      await new Promise((resolve) => setTimeout(resolve, 66))
    }
    recorder.stop()
    await stopped
    return [...new Uint8Array(await new Blob(chunks).arrayBuffer())]
  }, film)
  writeFileSync(new URL(name, import.meta.url), Buffer.from(bytes))
}
await browser.close()
