import * as agreements from '../../departments/agreements/index.ts'
import type { Agreement } from '../../departments/agreements/index.ts'
import { engagementsOf } from '../../departments/people/index.ts'
import type { Loading } from './samplePeople.ts'

/** What papers of the sample are about, in the words of its own table. */
interface Papers {
  readonly engagementOf: (name: string) => string
  readonly templateOf: (kind: Agreement['kind']) => string
  readonly producer: string
}

/** One paper in each state: a deal memo that everybody signed, a release that waits, one that was declined, a draft. */
export async function loadAgreements(loading: Loading): Promise<void> {
  const { app, scope, sample } = loading
  const engaged = await engagementsOf(app.db, scope)
  const templates = await agreements.paperTemplates(app.db)
  const papers: Papers = {
    engagementOf: (name) => {
      const found = engaged.find((it) => it.name === name)
      if (found === undefined) throw new Error(`The sample has papers of somebody who is not there: ${name}`)
      return found.id
    },
    templateOf: (kind) => {
      const found = templates.find((it) => it.kind === kind)
      if (found === undefined) throw new Error(`The office has no template of a ${kind}.`)
      return found.id
    },
    producer: sample.papers.producer,
  }
  const overtime = (await agreements.paperRules(app.db)).overtime.find((it) => it.name === sample.papers.overtime)
  if (overtime === undefined) throw new Error(`There is no overtime table called ${sample.papers.overtime}.`)
  const { id: _id, source: _source, dated: _dated, ...table } = overtime
  for (const { name, kind, amount, hours, pay, then } of sample.papers.of) {
    const drawn = await draw(loading, papers, { name, kind })
    const filled = await agreements.changeDraft(app, {
      ...loading,
      id: drawn.id,
      expected: drawn.version,
      body: {
        parties: drawn.parties.map(partyOf),
        ...(amount !== undefined && {
          terms: {
            rateMinor: amount,
            currency: sample.papers.currency,
            basis: 'daily',
            guaranteedHours: hours ?? null,
            overtime: table,
          },
        }),
        ...(pay !== undefined && { extra: { 'release.pay': pay } }),
      },
    })
    if (then !== 'draft') await sendAnd(loading, filled, then)
  }
}

/** Everybody has an address to be asked at; what is written to it is called back before it leaves. */
const partyOf = ({ role, label, turn, personId, name, email, phone, forName }: Agreement['parties'][number]) => ({
  role,
  label,
  turn,
  personId,
  name,
  email: email ?? 'nobody@example.com',
  phone,
  forName,
})

const draw = (loading: Loading, papers: Papers, { name, kind }: { name: string; kind: Agreement['kind'] }) =>
  agreements.drawUp(loading.app, {
    ...loading,
    body: {
      kind,
      templateId: papers.templateOf(kind) as never,
      subject: { kind: 'engagement', id: papers.engagementOf(name) },
      language: 'en',
      onDate: kind === 'talent_release' ? (loading.dates[0] ?? null) : null,
      sceneNumbers: [],
      office: { name: papers.producer, email: 'producer@example.com' },
    },
  })

/** Sends it, does what comes of it, and calls every letter back: what a sample sends stays in the house. */
async function sendAnd(loading: Loading, draft: Agreement, then: 'waits' | 'signed' | { declined: string }) {
  const { app, scope } = loading
  if (draft.blockers.length > 0) throw new Error(`${draft.number}: ${draft.blockers[0]?.message}`)
  await agreements.sendPaper(app, { ...loading, id: draft.id, expected: draft.version, signBy: undefined })
  const now = () => agreements.readPaper(app, app.db, scope, draft.id)
  for (let paper = await now(); then !== 'waits' && paper.state === 'pending'; paper = await now()) {
    const next = paper.parties.find((it) => it.state === 'sent')
    if (next === undefined) throw new Error(`${draft.number} waits for nobody.`)
    await agreements.actAs(app, { partyId: next.id, does: then === 'signed' ? 'sign' : { declines: then.declined } })
  }
  await agreements.hush(app, await now())
}
