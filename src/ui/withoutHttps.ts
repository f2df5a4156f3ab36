/**
 * What browsers keep back on an address without https, such as a machine in the office's own network: `localhost` has it,
 * `http://192.168.1.20:4100` has not.
 */

type Uuid = ReturnType<typeof crypto.randomUUID>

/** A random UUID out of what every browser has. */
export function uuid(): Uuid {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Uuid
}

/** Puts a text where it can be pasted from. @throws where the browser does not allow it */
export async function copyText(text: string): Promise<void> {
  if ('clipboard' in navigator) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  // Inside an open dialog the focus may not leave it.
  const around = document.querySelector('dialog[open], [role=dialog]') ?? document.body
  around.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  const problem = { status: 0, title: 'Not copied', detail: 'Select the text and copy it yourself.' }
  if (!isCopied) throw Object.assign(new Error(problem.title), { problem })
}
