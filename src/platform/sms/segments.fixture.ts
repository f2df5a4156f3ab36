/**
 * How many parts a text message is billed and sent as.
 *
 * A message in the GSM 7-bit alphabet holds 160 characters, or 153 in each part once it is joined from several;
 * one character outside that alphabet turns the whole message to UCS-2: 70, or 67 when joined. Nine characters of the
 * alphabet's extension table take two places, and neither such a pair nor a surrogate pair is torn over two parts.
 *
 * @see 3GPP TS 23.038, sections 6.1.2.1 and 6.2.1
 */

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '\f^{}\\[~]|€'

const basicSet = new Set(basic)
const extendedSet = new Set(extended)

const limits = { gsm7: { single: 160, joined: 153 }, ucs2: { single: 70, joined: 67 } } as const

interface SmsSize {
  encoding: 'gsm7' | 'ucs2'
  /** Places taken: septets in GSM-7, 16-bit units in UCS-2. */
  units: number
  segments: number
}

/** @example smsSize('YOUR CALL 06:30') // { encoding: 'gsm7', units: 15, segments: 1 } */
export function smsSize(text: string): SmsSize {
  const characters = [...text]
  const encoding = characters.every((it) => basicSet.has(it) || extendedSet.has(it)) ? 'gsm7' : 'ucs2'
  const widths = characters.map((it) => (encoding === 'gsm7' ? (extendedSet.has(it) ? 2 : 1) : it.length))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { single, joined } = limits[encoding]
  return { encoding, units, segments: units <= single ? 1 : partsOf(widths, joined) }
}

function partsOf(widths: number[], room: number): number {
  let parts = 1
  let used = 0
  for (const width of widths) {
    if (used + width > room) {
      parts += 1
      used = 0
    }
    used += width
  }
  return parts
}
