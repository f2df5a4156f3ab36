import { z } from 'zod'

/** A colour as it is printed and shown: `#cfe3fa`. */
export const Hex = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Give a colour like #cfe3fa.')
  .toLowerCase()

/** The dark text of strips and coloured paper, and what is written small on them; the same in both themes. */
const PAPER_INK = '#171a21'
export const PAPER_INK_QUIET = '#434a59'

/** What text of normal size needs at least (WCAG 2.2, 1.4.3). */
export const READABLE = 4.5

const part = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const luminance = (hex: string): number => 0.2126 * part(hex, 1) + 0.7152 * part(hex, 3) + 0.0722 * part(hex, 5)

/**
 * How far two colours stand apart for reading, from 1 (the same) to 21 (black on white).
 * @see WCAG 2.2, contrast ratio
 * @example contrast('#ffffff', '#000000') // 21
 */
export function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

/** Whether dark or light text reads better on a colour. */
export const inkOn = (hex: string): 'dark' | 'light' =>
  contrast(hex, PAPER_INK) >= contrast(hex, '#ffffff') ? 'dark' : 'light'
