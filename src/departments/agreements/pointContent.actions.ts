import { Problem, invalid } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { NotReadyToSend } from './agreement.contract.ts'
import * as clauses from './clause.store.ts'
import { hashOf, valuesOf } from './facts.actions.ts'
import type { Language } from './kinds.rules.ts'
import type { NewPoint, PointContent } from './point.contract.ts'
import { scopeText } from './scope.rules.ts'
import { subjectOf } from './subject.actions.ts'
import * as templates from './template.store.ts'
import { termsOf } from './terms.rules.ts'
import { compose, type Missing, type Source } from './text.rules.ts'

/** Who signs is not known yet: their names become places in the text, filled when they sign. */
const withPlaces = (source: Source): Source => ({
  title: source.title.replaceAll(/:?\s*\{\{\s*(party|person|minor)\.name\s*\}\}/g, ''),
  short: source.short,
  body: source.body
    .replaceAll(/\{\{\s*(party|person)\.name\s*\}\}/g, '{{ask:name|Name}}')
    .replaceAll(/\{\{\s*minor\.name\s*\}\}/g, '{{ask:name|Name}}')
    .replaceAll(/\{\{\s*guardian\.name\s*\}\}/g, '{{ask:guardian|Parent or guardian}}'),
})

type Facts = Awaited<ReturnType<typeof valuesOf>>

/** What a release says is the same for everybody who scans the code: it is drawn up once, in every language asked for. */
export async function contentOf(app: App, tx: Tx, scope: ProductionScope, body: NewPoint): Promise<PointContent> {
  const { adult, minor } = await templatesOf(tx, body)
  const wordings = await clauses.all(tx)
  const facts = await factsOf(app, tx, scope, body)
  const wrong: Missing[] = []
  const wording = (texts: Record<string, Source>, language: Language) => {
    const source = texts[language]
    if (source === undefined) return null
    const values = valuesIn(facts, body, language)
    const between = [values['office.name'], values['production.title']].join(' · ')
    const inThis = wordings.map((it) => [it.key, it.texts[language] ?? it.texts['en'] ?? ''])
    const filled = { values, clauses: Object.fromEntries(inThis) as Record<string, string>, terms: [] }
    const { content, missing, faults } = compose(withPlaces(source), between, filled)
    wrong.push(...missing, ...faults)
    return { content, sha256: hashOf(content) }
  }
  const content: PointContent = {}
  for (const language of body.languages) {
    const own = wording(adult.texts, language)
    if (own === null) throw invalid('/languages', `${adult.name} is not written in this language yet.`)
    content[language] = { adult: own, minor: minor === undefined ? null : wording(minor.texts, language) }
  }
  refuseMissing(wrong)
  return content
}

/** The release that was chosen, and the one a guardian signs. */
async function templatesOf(tx: Tx, { templateId }: NewPoint) {
  const all = await templates.all(tx)
  const adult = all.find((it) => it.id === templateId)
  if (adult?.kind !== 'talent_release') throw invalid('/templateId', 'Choose a talent release.')
  return { adult, minor: all.find((it) => it.kind === 'minor_release' && it.archivedAt === null) }
}

const factsOf = async (app: App, tx: Tx, scope: ProductionScope, body: NewPoint): Promise<Facts> =>
  valuesOf(app, tx, scope, {
    language: 'en',
    subject: await subjectOf(tx, scope, 'production', scope.productionId),
    terms: termsOf({}),
    scope: body.scope,
    extra: {},
    onDate: body.onDate,
    sceneNumbers: body.sceneNumbers,
    parties: { subject: '', office: '', guardian: '', minor: '' },
  })

const valuesIn = (facts: Facts, { scope, pay }: NewPoint, language: Language) => ({
  ...facts,
  scope: scopeText(scope, language),
  'release.pay': pay[language] ?? '',
  // The day is said where there is one; a release without it is for the whole production.
  'shoot.day': facts['shoot.day'] === '' ? '\u200b' : facts['shoot.day'],
})

function refuseMissing(wrong: readonly Missing[]): void {
  const said = wrong.map(({ key, where }) => `${key} is not known (${where}).`)
  if (said.length === 0) return
  throw new Problem(NotReadyToSend, { blockers: said.map((message) => ({ code: 'missing_field', message })) }, said[0])
}
