import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { unzip } from '../../../tests/support/unzip.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { buildBinder, listBinders } from '../documents/binder.contract.ts'
import { bench, memo, sign, tokenOf } from './agreement.fixture.ts'
import { sendAgreement } from './envelope.contract.ts'
import { verifyPdf } from './seal.contract.ts'

const office = useOffice()

test('DO-11 the binder holds every sealed paper with its certificate, the tree its very bytes, and says what is not signed', async () => {
  const b = await bench(office)
  const send = async (name: string, email: string) => {
    const it = await memo(b, { parties: [{ role: 'signer', label: 'Crew member', turn: 1, name, email }] })
    const one = { params: { ...b.params, agreementId: it.id }, ifMatch: it.version }
    return b.ana.call(sendAgreement, { ...one, body: {} })
  }
  const signed = await send('Sam Okoro', 'sam@example.com')
  await sign(office.nobody, await tokenOf(office, 'sam@example.com'), signed.contentSha256!, 'Sam Okoro')
  await office.work()
  const waiting = await send('Sam Okoro', 'sam@example.com')

  const built = async (who: TestActor) => {
    const { id } = await who.call(buildBinder, { params: b.params })
    await office.work()
    const { items } = await who.call(listBinders, { params: b.params })
    const bytes = async (form: string) =>
      Buffer.from(await (await who.fetch(`/v1/productions/${b.productionId}/binders/${id}/${form}`)).arrayBuffer())
    return { binder: items.find((it) => it.id === id)!, files: unzip(await bytes('zip')), pdf: await bytes('pdf') }
  }
  const { binder, files, pdf } = await built(b.ana)
  const section = binder.contents.find(({ name }) => name === 'Agreements and releases')
  expect(section?.papers.map(({ title }) => title)).toEqual([`${signed.number} Deal memo, Sam Okoro, Gaffer`])
  const { pages } = await pdfText(new Uint8Array(pdf))
  expect(pages[section!.papers[0]!.page! - 1]?.text).toContain('Sam Okoro')
  expect(pages.map(({ text }) => text).join('\n')).toContain('Certificate')
  const path = `Agreements and releases/Deal memo/${signed.number} Sam Okoro, Gaffer.pdf`
  const kept = files.get(path)
  const verdict = await b.ana.call(verifyPdf, { body: { pdf: kept!.toString('base64') } })
  expect(verdict).toMatchObject({ verdict: 'ours', paper: { number: signed.number } })
  const hash = createHash('sha256').update(kept!).digest('hex')
  expect(files.get('MANIFEST.sha256')!.toString()).toContain(`${hash}  ${path}\n`)
  const register = files.get('Tables/agreements.csv')!.toString()
  expect(register).toMatch(new RegExp(`${signed.number},.*executed`))
  expect(register).toMatch(new RegExp(`${waiting.number},.*pending`))
  const missing = binder.missing.map(({ message }) => message)
  expect(missing).toContainEqual(
    expect.stringMatching(new RegExp(`^${waiting.number}, Sam Okoro, Gaffer: sent .* not signed by`)),
  )

  // Whoever may not read agreements gets neither paper nor register.
  const theirs = await built(await office.member(b.productionId, 'department_head'))
  expect([...theirs.files.keys()].filter((it) => it.includes(signed.number) || it.includes('agreements.csv'))).toEqual(
    [],
  )
  expect(theirs.binder.missing.map(({ message }) => message).join()).not.toContain('Sam Okoro')
})
