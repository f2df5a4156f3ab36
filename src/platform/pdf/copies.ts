import { PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { Body } from './body.ts'
import type { Compiler, Printing } from './compiler.ts'
import { readAsText, slotsOf } from './slots.ts'
import { drawn, stampsOf, type Stamp } from './stamps.ts'

/** Copies of one paper. `json` are the facts all share; what is each reader's own goes to the `-own` template. */
export interface CopiesPrinting extends Printing {
  /** Facts of the `-own` template but for its copies. */
  ownJson: string
  own: readonly OwnPart[]
  /** The colour of a marked row, as the papers' tint: `#cfe3fa`, or empty. */
  tint: string
}

/** What one copy has of its own: facts for its stamps, and the key of the row that is marked as its reader's. */
export interface OwnPart {
  row: string | null
  [fact: string]: unknown
}

interface StampName {
  slot: number | 'under' | 'flag'
  copy: number | null
}

interface RowMark {
  key: string
  page: number
  x: number
  y: number
}

/**
 * Sets what is shared once, what is each reader's own in one go, and puts them together: one personal sheet of a hundred
 * and fifty costs a hundredth of a sheet. Copies whose own parts need other heights have a shared part of their own.
 */
export async function pressCopies(compiler: Compiler, printing: CopiesPrinting): Promise<Buffer[]> {
  const facts = JSON.parse(printing.ownJson) as object
  const stamped = compiler.labelled(
    { ...printing, template: `${printing.template}-own`, json: JSON.stringify({ ...facts, copies: printing.own }) },
    'stamp',
    { tagged: false },
  )
  const stamps = await PDFDocument.load(stamped.bytes, { updateMetadata: false })
  const names = stamped.values as StampName[]
  const sizes = stamps.getPages().map((page) => page.getSize())
  const heights = printing.own.map((_, copy) => JSON.stringify(heightsOf(copy, names, sizes)))
  const done: Buffer[] = []
  for (const [height, copies] of Map.groupBy(printing.own.keys(), (copy) => heights[copy] ?? '')) {
    const sheet = await sharedSheet(compiler, printing, height)
    const forms = stampsOf(stamps, sheet.paper.context)
    const flag = sheet.paper.context.nextRef()
    const under = sheet.paper.context.nextRef()
    const body = new Body(sheet.paper, [...sheet.slots.values()])
    for (const copy of copies) {
      const own = new Map<PDFRef, Buffer>()
      const mine = names.flatMap((name, at) => (name.copy === copy ? [{ slot: name.slot, form: forms[at]! }] : []))
      const shared = names.findIndex((name) => name.slot === 'flag')
      const marks = sheet.rows.get(printing.own[copy]?.row ?? '') ?? []
      for (const { slot, form } of mine) {
        if (slot === 'under') own.set(under, form.form('points'))
        else if (typeof slot === 'number' && sheet.slots.has(slot)) own.set(sheet.slots.get(slot)!, form.form('unit'))
      }
      if (shared >= 0) own.set(flag, forms[shared]!.form('points'))
      for (const [page, ref] of sheet.slots)
        if (page < firstTextSlot)
          own.set(ref, underPage(sheet.paper, page, { under, flag, flagSize: forms[shared] }, marks, printing.tint))
      done[copy] = body.copy(own)
    }
  }
  return done
}

/** Slots from here stand in the text; those below are pages. */
const firstTextSlot = 200

const heightsOf = (copy: number, names: StampName[], sizes: { height: number }[]) =>
  Object.fromEntries(
    names.flatMap(({ slot, copy: of }, at) =>
      of === copy && typeof slot === 'number' ? [[slot, sizes[at]?.height ?? 0]] : [],
    ),
  )

async function sharedSheet(compiler: Compiler, printing: CopiesPrinting, heights: string) {
  const json = JSON.stringify({
    ...(JSON.parse(printing.json) as object),
    own: { heights: JSON.parse(heights) as object },
  })
  const set = compiler.labelled({ ...printing, json }, 'row', { tagged: true })
  const paper = await PDFDocument.load(set.bytes, { updateMetadata: false })
  readAsText(paper)
  return { paper, slots: slotsOf(paper), rows: Map.groupBy(set.values as RowMark[], (mark) => mark.key) }
}

interface Under {
  under: PDFRef
  flag: PDFRef
  flagSize: Stamp | undefined
}

/** Under one page: the watermark, and on it the tinted, ruled row of the reader with its flag in the margin. */
function underPage(paper: PDFDocument, page: number, { under, flag, flagSize }: Under, marks: RowMark[], tint: string) {
  const { width, height } = paper.getPage(page - 1).getSize()
  const [from, until] = marks
  const mark =
    from === undefined || until === undefined || from.page !== page || flagSize === undefined
      ? ''
      : rowMarked(
          { left: from.x, right: until.x, top: height - from.y, bottom: height - until.y },
          width,
          flagSize,
          tint,
        )
  return drawn({ width, height }, { U: String(under), F: String(flag) }, `/U Do ${mark}`)
}

interface Row {
  left: number
  right: number
  top: number
  bottom: number
}

function rowMarked({ left, right, top, bottom }: Row, width: number, flag: Stamp, tint: string): string {
  const [red = 1, green = 1, blue = 1] = [1, 3, 5].map((at) => parseInt(tint.slice(at, at + 2), 16) / 255)
  const paint = /^#[0-9a-f]{6}$/i.test(tint)
    ? `${red} ${green} ${blue} rg ${left} ${bottom} ${right - left} ${top - bottom} re f`
    : ''
  const rule = (y: number) => `${left} ${y} m ${right} ${y} l S`
  const x = left < width / 2 ? left - flag.width - 1 : right + 1
  const y = (top + bottom - flag.height) / 2
  return `q ${paint} 0.1 G 1 w ${rule(top)} ${rule(bottom)} Q q 1 0 0 1 ${x} ${y} cm /F Do Q`
}
