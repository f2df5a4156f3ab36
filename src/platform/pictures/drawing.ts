import type Sharp from 'sharp'

/** What cameras, phones and scanners write. SVG, PDF and the rest can carry more than pixels, and are not opened at all. */
const FORMATS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff']

let loading: Promise<typeof Sharp> | undefined

/** The drawing library, loaded with the first picture: most starts and commands of the office never draw one. */
export const drawing = (): Promise<typeof Sharp> => (loading ??= load())

async function load(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: FORMATS.map((name) => `VipsForeignLoad${name}`) })
  // A server draws many different pictures once each: keeping them would only hold memory.
  sharp.cache(false)
  return sharp
}
