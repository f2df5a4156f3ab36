import { Buffer } from 'node:buffer'
import type { TestActor, TestOffice } from '../../../tests/support/office.ts'
import { createProduction } from '../../../tests/support/production.ts'
import type { FileId, ProductionId } from '../../kernel/ids.ts'
import { createRole, type NewRole } from './role.contract.ts'

/** The smallest thing a player takes for an MP4. */
export const film = Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42\0\0\0\x08free', 'latin1')

/** Sends bytes to `path` as an upload and gives the file's id. */
export async function sendUpload(
  who: Pick<TestActor, 'fetch'>,
  bytes: Uint8Array,
  name: string,
  path = '/files',
): Promise<FileId> {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`
  const begun = await who.fetch(path, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  })
  if (begun.status !== 201) throw new Error(`The upload was not begun: ${begun.status} ${await begun.text()}`)
  const address = begun.headers.get('location') as string
  const sent = await who.fetch(address, {
    method: 'PATCH',
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: bytes as BodyInit,
  })
  if (sent.status !== 204) throw new Error(`The upload did not arrive: ${sent.status}`)
  return address.split('/').at(-1) as FileId
}

export async function castingOf(
  office: TestOffice,
  role: Partial<NewRole> = {},
): Promise<{ productionId: ProductionId; ana: TestActor; roleId: never }> {
  const productionId = await createProduction(office)
  const ana = await office.as('coordinator')
  const { id } = await ana.call(createRole, { params: { productionId }, body: { name: 'Nora', ...role } })
  return { productionId, ana, roleId: id as never }
}
