import { z } from 'zod'
import { Problem, problemType } from '../../kernel/problems.ts'
import { drawing } from './drawing.ts'

export const PictureRefused = problemType(
  'picture-refused',
  422,
  'This file is not a picture we can take',
  z.object({ reason: z.enum(['not_a_picture', 'damaged', 'too_large']) }),
)

/** Bytes we drew ourselves: nothing of what was sent but its pixels is left in them. */
export interface Picture {
  readonly bytes: Buffer
  readonly mediaType: 'image/webp' | 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

export interface Redraw {
  /** Pixels of the longer side at most; smaller pictures keep their size. */
  readonly longestSide: number
  /** `webp` for screens, `jpeg` for papers and mails, `png` where lines must stay sharp or see-through. */
  readonly as: 'webp' | 'jpeg' | 'png'
}

const LARGEST_BYTES = 60 * 1024 * 1024
/** 120 megapixels: a stitched panorama fits, a picture made to fill the memory does not. */
const MOST_PIXELS = 120_000_000

/**
 * Draws a picture anew: turned upright, no larger than asked, without the place, camera and name that phones write into
 * it. Whatever the file calls itself, its content decides.
 *
 * @throws PictureRefused for what is no picture, is damaged, or is larger than can be taken
 * @example await redrawn(bytes, { longestSide: 1600, as: 'webp' })
 */
export async function redrawn(bytes: Uint8Array, { longestSide, as }: Redraw): Promise<Picture> {
  if (bytes.length > LARGEST_BYTES) throw refused('too_large')
  // The library takes no bytes at all for a wish to draw, and throws before it could be caught.
  if (bytes.length === 0) throw refused('not_a_picture')
  const sharp = await drawing()
  const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
  const { format, width, height } = await source.metadata().catch((fault: unknown) => {
    throw refused(isTooLarge(fault) ? 'too_large' : 'not_a_picture')
  })
  if (format === undefined || width === undefined || height === undefined) throw refused('not_a_picture')
  if (width * height > MOST_PIXELS) throw refused('too_large')
  const fitted = source
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColorspace('srgb')
  const written = await (
    as === 'webp'
      ? fitted.webp({ quality: 82 })
      : as === 'png'
        ? fitted.png({ compressionLevel: 8 })
        : fitted.flatten({ background: '#ffffff' }).jpeg({ quality: 84, mozjpeg: true })
  )
    .toBuffer({ resolveWithObject: true })
    .catch((fault: unknown) => {
      throw refused(isTooLarge(fault) ? 'too_large' : 'damaged')
    })
  return { bytes: written.data, mediaType: `image/${as}`, width: written.info.width, height: written.info.height }
}

const isTooLarge = (fault: unknown) => fault instanceof Error && /pixel limit|too large/i.test(fault.message)

const WORDS = {
  not_a_picture:
    'What is inside is not a JPEG, PNG, WebP, GIF, TIFF or AVIF picture. Save it as one of these and send it again.',
  damaged: 'The picture breaks off in the middle. Send the original again.',
  too_large: 'The picture is larger than 60 MB or 120 megapixels. Send a smaller copy.',
} as const

const refused = (reason: keyof typeof WORDS) => new Problem(PictureRefused, { reason }, WORDS[reason])
