import type { FileId } from '../../src/kernel/ids.ts'
import type { TestActor } from './office.ts'

const encoded = (text: string) => Buffer.from(text).toString('base64')

/** Sends a small file the way the app does (tus, in one request). @returns the id the file then has */
export async function upload(who: TestActor, name: string, bytes: Uint8Array, type = 'application/octet-stream') {
  const response = await who.fetch('/files', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${encoded(name)},filetype ${encoded(type)}`,
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes as never,
  })
  if (response.status !== 201) throw new Error(`The upload was answered ${response.status}: ${await response.text()}`)
  return response.headers.get('location')?.split('/').at(-1) as FileId
}
