/** A recording as its first bytes describe it. */
export interface Sound {
  readonly mediaType: 'audio/wav' | 'audio/mpeg' | 'audio/mp4' | 'audio/ogg' | 'audio/flac'
  /** Whole seconds where the head says it; null where only playing would tell. */
  readonly seconds: number | null
}

const text = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1')

/**
 * Says what recording these bytes are, whatever the file calls itself; undefined for everything else.
 * @param sizeBytes of the whole file, where `bytes` are only its beginning
 */
export function soundOf(bytes: Uint8Array, sizeBytes: number = bytes.length): Sound | undefined {
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WAVE') return wav(bytes, sizeBytes)
  if (text(bytes, 0, 4) === 'fLaC') return { mediaType: 'audio/flac', seconds: flacSeconds(bytes) }
  if (text(bytes, 0, 4) === 'OggS') return { mediaType: 'audio/ogg', seconds: null }
  if (text(bytes, 4, 4) === 'ftyp' && /^(M4A |M4B |mp42|isom|mp41|dash)/.test(text(bytes, 8, 4)))
    return { mediaType: 'audio/mp4', seconds: null }
  return mpeg(bytes, sizeBytes)
}

/** The byte rate stands in the head, so the length follows from the size. */
function wav(bytes: Uint8Array, sizeBytes: number): Sound | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 24 <= bytes.length;) {
    const [name, size] = [text(bytes, at, 4), view.getUint32(at + 4, true)]
    if (name === 'fmt ') {
      const perSecond = view.getUint32(at + 16, true)
      return { mediaType: 'audio/wav', seconds: perSecond > 0 ? Math.round((sizeBytes - 44) / perSecond) : null }
    }
    at += 8 + size + (size % 2)
  }
  return undefined
}

function flacSeconds(bytes: Uint8Array): number | null {
  if (bytes.length < 26) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rate = view.getUint32(18) >>> 12
  const samples = (view.getUint8(21) & 0x0f) * 2 ** 32 + view.getUint32(22)
  return rate > 0 && samples > 0 ? Math.round(samples / rate) : null
}

const KBITS_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const KBITS_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES = [44_100, 48_000, 32_000]

/** An MP3 is a run of frames, each of which says where the next begins: two in a row are no accident. */
function mpeg(bytes: Uint8Array, sizeBytes: number): Sound | undefined {
  const tag = text(bytes, 0, 3) === 'ID3'
  const begins = tag ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0) : 0
  // A tag may hold a cover larger than the bytes at hand; the tag itself then has to do.
  if (tag && begins >= bytes.length) return { mediaType: 'audio/mpeg', seconds: null }
  const first = frameAt(bytes, begins)
  if (first === undefined) return undefined
  const next = begins + first.bytes
  if (next + 4 <= bytes.length && frameAt(bytes, next) === undefined) return undefined
  if (next + 4 > bytes.length && sizeBytes > bytes.length + first.bytes) return undefined
  return { mediaType: 'audio/mpeg', seconds: Math.round(((sizeBytes - begins) * 8) / (first.kbits * 1000)) }
}

function frameAt(bytes: Uint8Array, at: number): { kbits: number; bytes: number } | undefined {
  const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
  const [version, layer] = [(two >> 3) & 3, (two >> 1) & 3]
  if (one !== 0xff || (two & 0xe0) !== 0xe0 || version === 1 || layer !== 1) return undefined
  const kbits = (version === 3 ? KBITS_V1 : KBITS_V2)[three >> 4]
  const rate = RATES[(three >> 2) & 3]
  if (!kbits || !rate) return undefined
  const real = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4
  const samples = version === 3 ? 144 : 72
  return { kbits, bytes: Math.floor((samples * kbits * 1000) / real) + ((three >> 1) & 1) }
}
