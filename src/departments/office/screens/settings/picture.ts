import { base64Of } from '../../../../ui/base64.ts'
import type { ShownProblem } from '../../../../ui/problem.ts'

const notShown: Pick<ShownProblem, 'title' | 'status' | 'detail'> = {
  title: 'This drawing cannot be shown',
  status: 422,
  detail: 'Export it as a PNG and send that.',
}

/** Wide enough for any letterhead. */
const DRAWN_WIDTH = 1200

/**
 * A chosen file as base64. A drawing (SVG) is drawn to pixels here, where nothing in it can run or reach the network; the
 * office takes pixels only.
 * @throws a problem in words when the file is no drawing a browser can show
 */
export async function pictureOf(file: File): Promise<string> {
  const isDrawing = file.type === 'image/svg+xml' || file.name.toLowerCase().endsWith('.svg')
  return base64Of(isDrawing ? await drawn(file) : file)
}

async function drawn(file: File): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode().catch(() => {
      throw notShown
    })
    const canvas = document.createElement('canvas')
    canvas.width = DRAWN_WIDTH
    canvas.height = Math.max(1, Math.round((DRAWN_WIDTH * (image.naturalHeight || 400)) / (image.naturalWidth || 1200)))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!blob) throw notShown
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
