/** The bytes of a file in base64, by the browser itself, which does not mind large files. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(new TypeError('The file could not be read.'))
    reader.readAsDataURL(file)
  })
