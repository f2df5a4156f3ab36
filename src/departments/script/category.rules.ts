import { contrast } from '../../kernel/colour.ts'

/** The pictures a category can have beside its colour, by name. */
export const categoryIcons = [
  'user',
  'users',
  'alert',
  'car',
  'box',
  'package',
  'camera',
  'flame',
  'shirt',
  'brush',
  'paw',
  'music',
  'speaker',
  'palette',
  'armchair',
  'plant',
  'crane',
  'shield',
  'helmet',
  'sparkles',
  'text',
  'note',
  'dots',
] as const

/** A mark under the words has to stand out from the paper (WCAG 2.2, 1.4.11: 3 to 1). */
const MARK_STANDS_OUT = 3

export const markRatio = (hex: string): number => contrast(hex, '#ffffff')
export const isFaint = (hex: string): boolean => markRatio(hex) < MARK_STANDS_OUT
