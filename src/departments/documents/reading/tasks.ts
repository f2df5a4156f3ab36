import type { FileReading } from './reading.ts'
import type { Bound, BindingPiece } from './bindPdf.ts'

export interface CountingPiece {
  readonly path: string
  readonly kind: 'pdf' | 'picture' | 'other'
}

/** What the reading process is asked to do. Files come by their path on this machine. */
export type Task =
  | { readonly do: 'read'; readonly path: string; readonly fileName: string }
  | {
      readonly do: 'draw'
      readonly path: string
      readonly kind: 'pdf' | 'picture'
      readonly page: number
      readonly watermark: string | null
    }
  | { readonly do: 'watermark'; readonly path: string; readonly kind: 'pdf' | 'picture'; readonly words: string }
  | { readonly do: 'count'; readonly pieces: readonly CountingPiece[] }
  | { readonly do: 'bind'; readonly pieces: readonly BindingPiece[]; readonly to: string }

export interface Answers {
  read: FileReading
  draw: { readonly bytes: Uint8Array }
  watermark: { readonly bytes: Uint8Array }
  count: readonly { readonly pages: number; readonly problem: string | null }[]
  bind: Bound
}
