import { readFile } from 'node:fs/promises'
import { redrawn } from '../../../platform/pictures/index.ts'
import { bindPdf, counted } from './bindPdf.ts'
import { limits } from './limits.ts'
import { drawPage, openPdf, watermarked } from './pdfPages.ts'
import { picturePage } from './picturePage.ts'
import { readOne } from './readFile.ts'
import type { Answers, Task } from './tasks.ts'

/** The document opened last: people leaf through one at a time. */
let last: { path: string; paper: ReturnType<typeof openPdf> } | undefined

async function paperAt(path: string, kind: 'pdf' | 'picture') {
  if (last?.path === path) return last.paper
  last?.paper.destroy()
  last = undefined
  const bytes = await readFile(path)
  const paper = kind === 'pdf' ? openPdf(bytes) : openPdf(await picturePage(bytes))
  last = { path, paper }
  return paper
}

export async function work(task: Task): Promise<Answers[Task['do']]> {
  switch (task.do) {
    case 'read':
      return readOne(task.path, task.fileName)
    case 'draw': {
      const paper = await paperAt(task.path, task.kind)
      const { png } = drawPage(paper, task.page, limits.pagePixels, task.watermark)
      return { bytes: (await redrawn(png, { longestSide: limits.pagePixels, as: 'webp' })).bytes }
    }
    case 'watermark':
      return { bytes: watermarked(await paperAt(task.path, task.kind), task.words) }
    case 'count':
      return counted(task.pieces)
    case 'bind':
      return bindPdf(task.pieces, task.to)
  }
}
