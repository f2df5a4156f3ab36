import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Printing } from './compiler.ts'
import type { OwnPart } from './copies.ts'
import { paperFontDirs } from './fonts.ts'
import { PressPool } from './pool.ts'

export interface PdfOptions {
  /** Pictures the paper shows, as `/files/<name>` in the template; names are made by us, never taken from a person. */
  files?: Record<string, Uint8Array>
  /** Written into the file as its creation date. Fixed by default, so that the same facts always give the same bytes and hash. */
  createdAt?: Temporal.Instant
}

export interface Pdf {
  /**
   * Sets one document: `render('oneliner', { paper: 'a4', … })` compiles `templates/oneliner.typ`, which reads the facts
   * with `json("/data.json")`. What people typed is data there and cannot become markup. The result is tagged PDF.
   * @throws Error naming the template and the place in it, when template and facts do not fit
   */
  render(template: string, facts: unknown, options?: PdfOptions): Promise<Buffer>
  /**
   * Many copies of one paper, in the order of `own`: what they share is set once and each reader's own is stamped on it.
   * The template sets slots where something is each reader's own, and `templates/<name>-own.typ` sets what goes there.
   * @throws Error as `render`
   */
  renderCopies(template: string, copies: Copies, options?: PdfOptions): Promise<Buffer[]>
  close(): Promise<void>
}

export interface Copies {
  /** What every copy has alike; `paper`, `lang` and what else the `-own` template needs is taken from here too. */
  shared: object
  own: readonly OwnPart[]
  /** The colour of the reader's own row, `#cfe3fa` or empty. */
  tint: string
}

export interface PdfSettings {
  templateDir?: string
  fontDirs?: string[]
  /** Compilers kept warm, one thread each. */
  presses?: number
  timeoutMs?: number
}

/** Below this many copies a second press costs more than it saves: each sets the shared part for itself. */
const leastPerPress = 25

const ownTemplates = fileURLToPath(new URL('../../../templates', import.meta.url))
const templateName = /^[a-z][a-z0-9-]*$/
const fileName = /^[a-z0-9][a-z0-9._-]*$/i

export function createPdf(settings: PdfSettings = {}): Pdf {
  const places = {
    templateDir: settings.templateDir ?? ownTemplates,
    fontDirs: settings.fontDirs ?? paperFontDirs(),
  }
  const presses = settings.presses ?? Math.min(4, availableParallelism())
  const pool = new PressPool(places, presses, settings.timeoutMs ?? 60_000)
  return {
    render: async (template, facts, options = {}) => {
      const [bytes] = await pool.print({ one: printing(template, facts, options) })
      return bytes!
    },
    renderCopies: async (template, { shared, own, tint }, options = {}) => {
      const one = printing(template, shared, options)
      const perPress = Math.max(leastPerPress, Math.ceil(own.length / presses))
      const shares = Array.from({ length: Math.ceil(own.length / perPress) }, (_, i) =>
        own.slice(i * perPress, (i + 1) * perPress),
      )
      const { paper, lang } = shared as Record<string, unknown>
      const ownJson = JSON.stringify({ paper, lang })
      const pressed = await Promise.all(
        shares.map((share) => pool.print({ copies: { ...one, ownJson, own: share, tint } })),
      )
      return pressed.flat()
    },
    close: () => pool.close(),
  }
}

function printing(template: string, facts: unknown, { files = {}, createdAt }: PdfOptions): Printing {
  if (!templateName.test(template)) throw new Error(`No template may be called ${template}`)
  const strange = Object.keys(files).find((name) => !fileName.test(name))
  if (strange !== undefined) throw new Error(`No picture may be called ${strange}`)
  const createdAtSeconds = Math.floor((createdAt?.epochMilliseconds ?? 0) / 1000)
  return { template, json: JSON.stringify(facts), files, createdAtSeconds }
}
