import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeError } from '@myriaddreamin/typst-ts-node-compiler'

/** Where templates and fonts are; plain values, because they cross into a worker thread. */
export interface CompilerPlaces {
  templateDir: string
  fontDirs: string[]
}

/** One document to set. `json` is the only way a person's words reach a template. */
export interface Printing {
  template: string
  json: string
  files: Record<string, Uint8Array>
  createdAtSeconds: number
}

/** Memoised layout older than this many printings is dropped; what the papers share (fonts, library) stays warm. */
const keptPrintings = 5

/** What the compiler library throws: its own object when a template fails, an Error when the library does. */
const diagnosed = (compiler: NodeCompiler, fault: unknown): string => {
  if (fault instanceof Error && !('shortDiagnostics' in fault)) return fault.message
  return JSON.stringify(compiler.fetchDiagnostics(fault as NodeError))
}

export interface Compiler {
  /** One paper. */
  pdf(printing: Printing): Buffer
  /** One paper and the values of everything it carries under a label, in the order of its pages. */
  labelled(printing: Printing, label: string, look: { tagged: boolean }): { bytes: Buffer; values: unknown[] }
}

/**
 * A warm Typst compiler. Each printing sees exactly the templates, `/data.json`, and its own files under `/files/`;
 * nothing is left over for the next one.
 */
export function createCompiler(places: CompilerPlaces): Compiler {
  const compiler = NodeCompiler.create({
    workspace: places.templateDir,
    fontArgs: [{ fontPaths: places.fontDirs }],
  })
  let printed = 0
  return {
    // Straight to PDF: a document handle in between is freed only by the garbage collector, about 2 MB each.
    pdf: (printing) =>
      set(printing, (mainFilePath) => compiler.pdf({ mainFilePath }, { creationTimestamp: printing.createdAtSeconds })),
    labelled: (printing, label, { tagged }) =>
      set(printing, (mainFilePath) => {
        const made = compiler.compile({ mainFilePath })
        const document = made.result
        if (document === null) throw made.takeError() ?? new Error('The template does not compile.')
        return {
          bytes: compiler.pdf(document, { creationTimestamp: printing.createdAtSeconds, pdfTags: tagged }),
          values: compiler.query(document, { selector: `<${label}>`, field: 'value' }) as unknown[],
        }
      }),
  }

  /** Setting straight to PDF fails without a word; compiling again says where. */
  function reason(mainFilePath: string): string {
    const fault = compiler.compile({ mainFilePath }).takeError()
    return fault === null ? 'It did not come out.' : diagnosed(compiler, fault)
  }

  function set<T>(printing: Printing, work: (mainFilePath: string) => T): T {
    compiler.resetShadow()
    compiler.mapShadow(join(places.templateDir, 'data.json'), Buffer.from(printing.json))
    for (const [name, bytes] of Object.entries(printing.files))
      compiler.mapShadow(join(places.templateDir, 'files', name), Buffer.from(bytes))
    try {
      return work(join(places.templateDir, `${printing.template}.typ`))
    } catch (fault) {
      const path = join(places.templateDir, `${printing.template}.typ`)
      throw new Error(`Template ${printing.template}: ${diagnosed(compiler, fault) || reason(path)}`, { cause: fault })
    } finally {
      printed += 1
      if (printed % keptPrintings === 0) compiler.evictCache(1)
    }
  }
}
