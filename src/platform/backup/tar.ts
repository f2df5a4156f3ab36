const BLOCK = 512

interface TarEntry {
  name: string
  size: number
}

/** The header of one file in a tar archive (POSIX ustar; sizes from 8 GiB in base 256, as GNU tar does). */
export function tarHeader({ name, size }: TarEntry, modifiedAtSeconds: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name is too long for the archive: ${name}`)
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  header.write(name, 0)
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  if (size < 8 * 1024 ** 3) octal(size, 124, 12)
  else {
    header.writeUInt8(0x80, 124)
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  octal(modifiedAtSeconds, 136, 12)
  header.write('        ', 148) // the checksum counts itself as blanks
  header.write('0', 156)
  header.write('ustar\x0000', 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** What fills an entry's last block. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** Two empty blocks end an archive. */
export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK)

/**
 * The entries of an archive, one after the other. Each entry's bytes are read, or are skipped when the next is asked for.
 * @throws when the archive is cut off or damaged
 */
export async function* readTar(
  source: AsyncIterable<Buffer>,
): AsyncGenerator<TarEntry & { bytes: AsyncGenerator<Buffer> }> {
  const input = reader(source)
  for (;;) {
    const header = await input.exactly(BLOCK)
    if (header.every((byte) => byte === 0)) return
    const entry = parseHeader(header)
    let left = entry.size
    const bytes = (async function* () {
      while (left > 0) {
        const chunk = await input.some(left)
        left -= chunk.length
        yield chunk
      }
    })()
    yield { ...entry, bytes }
    while (left > 0) left -= (await input.some(left)).length
    await input.exactly(tarPadding(entry.size).length)
  }
}

function parseHeader(header: Buffer): TarEntry {
  const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  const stated = Number.parseInt(text(148, 8).trim(), 8)
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (stated !== sum) throw new Error('The archive is damaged: an entry does not add up.')
  const isLarge = (header.readUInt8(124) & 0x80) !== 0
  return { name: text(0, 100), size: isLarge ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8) }
}

/** Takes a stream by the number of bytes wanted. */
function reader(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async () => {
    const next = await iterator.next()
    if (next.done) throw new Error('The archive is cut off.')
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
  }
  const take = (size: number): Buffer => {
    const taken = held.subarray(0, size)
    held = held.subarray(size)
    return taken
  }
  return {
    exactly: async (size: number) => {
      while (held.length < size) await fill()
      return take(size)
    },
    some: async (most: number) => {
      while (held.length === 0) await fill()
      return take(Math.min(most, held.length))
    },
  }
}
