import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { aUnit } from './distribution.fixture.ts'
import type { TestUnit } from './distribution.fixture.ts'
import { confirmSheet } from './notice.contract.ts'
import type { NoticeId } from './notice.contract.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-12T17:00:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
afterAll(() => box.close())

async function leave(seconds = 31) {
  office.clock.advance({ seconds })
  await office.work()
}

async function sentTo(size: number): Promise<TestUnit> {
  office.clock.moveTo('2026-05-12T17:00:00Z')
  const unit = await aUnit(office, size)
  await unit.issue()
  await leave()
  box.received.length = 0
  return unit
}

async function confirms(unit: TestUnit, name: string) {
  const { id } = await unit.notice(name)
  await office.nobody.call(confirmSheet, {
    params: { token: await unit.tokenOf(name) },
    body: { noticeId: id as NoticeId },
  })
}

const textOf = async (response: Response): Promise<string> =>
  (await pdfText(new Uint8Array(await response.arrayBuffer()))).pages.map((it) => it.text).join('\n')

const at = (unit: TestUnit, what: string) =>
  `/v1/productions/${unit.productionId}/callsheets/${unit.callSheetId}/distribution/${what}`

test('N-3 CS-8 the hash in the proof is the hash of the very file each person got', async () => {
  const unit = await sentTo(4)
  await confirms(unit, 'Ruth Calloway')
  await unit.issue({ calls: { 'Ruth Calloway': 370 } })
  await leave()
  const response = await unit.ana.fetch(at(unit, 'proof.csv'))
  const { data } = Papa.parse<Record<string, string>>((await response.text()).replace(/^\uFEFF/, ''), { header: true })
  expect(data).toHaveLength(8)
  for (const notice of await unit.notices()) {
    const row = data.find((it) => it['Code'] === notice.code)
    const fromLink = await office.nobody.fetch(`/c/${await unit.tokenOf(notice.name)}/sheet.pdf`)
    const bytes = Buffer.from(await fromLink.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(row?.['File SHA-256']).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(row?.['Version']).toBe('v2 BLUE')
  }
  const first = data.find((it) => it['Name'] === 'Ruth Calloway' && it['Version'] === 'v1 WHITE')
  expect(first).toMatchObject({
    'Sent to': 'recipient1@unit.example',
    By: 'E-mail',
    Left: '2026-05-12 18:00:31 +01:00',
    Confirmed: '2026-05-12 18:00:31 +01:00',
    'Confirmed how': expect.stringMatching(/^Personal link/),
  })
  expect(data.find((it) => it['Name'] === 'Tomasz Wren' && it['Version'] === 'v2 BLUE')).toMatchObject({
    By: 'Not written to: nothing of theirs changed',
  })
}, 60_000)

test('N-3 CS-16 the proof is a paper too, and a copy carries the code that leads back to its reader', async () => {
  const unit = await sentTo(2)
  await confirms(unit, 'Ruth Calloway')
  const { id, code } = await unit.notice('Ruth Calloway')
  const proof = await unit.ana.fetch(`${at(unit, 'proof.pdf')}?noticeId=${id}`)
  const said = await textOf(proof)
  expect(said).toContain('Proof of notice')
  expect(said).toContain('Ruth Calloway')
  expect(said).not.toContain('Tomasz Wren')
  const copy = await unit.ana.fetch(`/v1/productions/${unit.productionId}/callsheet-notices/${id}/pdf`)
  expect(await textOf(copy)).toContain(code)
}, 60_000)
