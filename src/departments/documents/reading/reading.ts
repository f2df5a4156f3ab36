import type { Known } from '../kind.rules.ts'
import type { ReadingState } from '../document.contract.ts'
import { limits } from './limits.ts'

interface PageText {
  readonly number: number
  readonly label: string | null
  readonly text: string
}

export interface SmallPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Everything one reading finds out. */
export interface FileReading extends Known {
  readonly state: Exclude<ReadingState, 'waiting'>
  readonly problem: string | null
  readonly pages: number | null
  readonly texts: readonly PageText[]
  readonly thumbnail: SmallPicture | null
}

/** Gathers pages up to the limits, and remembers when one was met. */
export function gathering() {
  const pages: PageText[] = []
  let letters = 0
  let isCut = false
  return {
    pages,
    isCut: () => isCut,
    isFull: () => pages.length >= limits.pages || letters >= limits.letters,
    add(number: number, text: string, label: string | null = null) {
      if (pages.length >= limits.pages || letters >= limits.letters) return void (isCut = true)
      const kept = text.slice(0, limits.pageLetters)
      isCut ||= kept.length < text.length
      letters += kept.length
      if (kept.trim() !== '') pages.push({ number, label, text: kept.replaceAll('\u0000', '') })
    },
  }
}

export type Gathering = ReturnType<typeof gathering>
