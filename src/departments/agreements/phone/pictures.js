// Pictures from the phone: a signature somebody has as a file, and the photo of who signs.

/** A picture small enough for a bad line. */
export async function small(file, longest, type) {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL(type, 0.82)
}
export const base64Of = (url) => url.slice(url.indexOf(',') + 1)
