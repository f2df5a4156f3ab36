import { drawing } from './drawing.ts'

/** Grey of 0 to 255 from which a tone is hardly seen on white paper: under 1.6 to 1. */
const HARDLY_SEEN = 205

/**
 * Whether a picture would all but vanish on white paper, as a copy in black and white has it: less than one part in fifty
 * of it darker than a pale grey. Bytes are ours already, drawn by `redrawn`.
 */
export async function isPale(bytes: Uint8Array): Promise<boolean> {
  const sharp = await drawing()
  const { data } = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let seen = 0
  for (const grey of data) if (grey < HARDLY_SEEN) seen++
  return seen * 50 < data.length
}
