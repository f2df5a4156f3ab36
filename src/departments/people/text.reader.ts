/** The text of a file, how its bytes were understood, and what a person should know about that. */
interface FileText {
  readonly text: string
  readonly encoding: string
  readonly remarks: readonly string[]
}

/**
 * Address books come in whatever the exporting program thought of. A byte order mark decides; without one it is UTF-8 if
 * every byte agrees, and otherwise Windows-1252, which never fails but may be wrong, so the person is told.
 */
export function readText(bytes: Uint8Array): FileText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', remarks: [] }
  } catch {
    const remark = 'The file is not UTF-8, so it was read as Windows-1252. Check that accented names look right below.'
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252', remarks: [remark] }
  }
}

const decoded = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): FileText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding: encoding.toUpperCase(),
  remarks: [],
})

/** Says in plain words why a file cannot be an address book, or nothing when it may be one. */
export function refusalOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'The file is empty.'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  if (head.startsWith('PK')) return 'This is a workbook or an archive. Save the sheet as CSV and choose that file.'
  if (head.startsWith('%PDF')) return 'This is a PDF. Ask for the list as CSV or vCard.'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0'))
    return 'This is an old Excel workbook. Save the sheet as CSV and choose that file.'
  const start = bytes.subarray(0, 4096)
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide && start.includes(0)) return 'This is not a text file. Choose a CSV or vCard file.'
  return null
}
