import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
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
  close(): Promise<void>
}

export interface PdfSettings {
  templateDir?: string
  fontDirs?: string[]
  /** Compilers kept warm, one thread each. */
  presses?: number
  timeoutMs?: number
}

const ownTemplates = fileURLToPath(new URL('../../../templates', import.meta.url))
const templateName = /^[a-z][a-z0-9-]*$/
const fileName = /^[a-z0-9][a-z0-9._-]*$/i

export function createPdf(settings: PdfSettings = {}): Pdf {
  const places = {
    templateDir: settings.templateDir ?? ownTemplates,
    fontDirs: settings.fontDirs ?? paperFontDirs(),
  }
  const pool = new PressPool(
    places,
    settings.presses ?? Math.min(4, availableParallelism()),
    settings.timeoutMs ?? 60_000,
  )
  return {
    render: async (template, facts, options = {}) => {
      const files = options.files ?? {}
      if (!templateName.test(template)) throw new Error(`No template may be called ${template}`)
      const strange = Object.keys(files).find((name) => !fileName.test(name))
      if (strange !== undefined) throw new Error(`No picture may be called ${strange}`)
      const createdAtSeconds = Math.floor((options.createdAt?.epochMilliseconds ?? 0) / 1000)
      return pool.print({ template, json: JSON.stringify(facts), files, createdAtSeconds })
    },
    close: () => pool.close(),
  }
}
