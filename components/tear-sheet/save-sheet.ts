import { PAGE } from './lay-out-sheet'

const POINTS_PER_PX = 72 / 96

/** A document with a page for each canvas. The library is loaded when it is first needed. */
export async function writePdf(
  canvases: readonly HTMLCanvasElement[],
  title: string,
): Promise<Blob> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.create()
  pdf.setTitle(title)
  const size: [number, number] = [PAGE.widthPx * POINTS_PER_PX, PAGE.heightPx * POINTS_PER_PX]
  for (const canvas of canvases) {
    const picture = await pdf.embedPng(await (await toPng(canvas)).arrayBuffer())
    const page = pdf.addPage(size)
    page.drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  return new Blob([new Uint8Array(await pdf.save())], { type: 'application/pdf' })
}

export function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('The picture could not be written.')),
    ),
  )
}

export function saveFile(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
