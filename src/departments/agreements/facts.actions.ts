import { dayIn } from '../../kernel/locale.ts'
import { createHash } from 'node:crypto'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { dayAt, type PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { mergeDocx } from './docx.actions.ts'
import type { MergedDocx } from './docx/merge.ts'
import type { Language } from './kinds.rules.ts'
import { scopeText, type Scope } from './scope.rules.ts'
import type { SubjectFacts } from './subject.actions.ts'
import * as clauses from './clause.store.ts'
import * as templates from './template.store.ts'
import type { TemplateVersionId } from './template.contract.ts'
import { feeText, rateText, termRows, type DealTerms } from './terms.rules.ts'
import { canonical, compose, type Composed, type Facts } from './text.rules.ts'

export interface Drafting {
  readonly language: Language
  readonly templateVersionId: TemplateVersionId
  readonly subject: SubjectFacts
  readonly terms: DealTerms
  readonly scope: Scope | null
  readonly extra: Readonly<Record<string, string>>
  readonly onDate: PlainDay | null
  readonly sceneNumbers: readonly string[]
  /** Names of those who sign, by what they are: `signer`, `guardian`, `office`, and the minor. */
  readonly parties: {
    readonly subject: string
    readonly office: string
    readonly guardian: string
    readonly minor: string
  }
}

/** Every merge name a template may use here, with its value; the empty ones are not known. */
export async function valuesOf(app: App, db: Db, scope: ProductionScope, draft: Omit<Drafting, 'templateVersionId'>) {
  const production = await productions.get(db, scope)
  const office = await officeSettings(db)
  const { terms, subject, onDate, parties } = draft
  const day = (it: PlainDay | null) => (it === null ? '' : dayIn(draft.language, it, { year: true }))
  return {
    today: day(dayAt(app.clock.now(), production.timeZone)),
    'office.name': office.name,
    'office.signer': parties.office,
    'production.title': production.title,
    'production.code': production.code,
    'production.client': production.client?.name ?? '',
    'production.starts': day(production.startsOn),
    'production.ends': day(production.endsOn),
    'person.name': subject.personId === null && subject.kind !== 'location' ? '' : subject.name,
    'person.email': subject.email ?? '',
    'person.phone': subject.phone ?? '',
    'company.name': subject.companyId === null ? '' : subject.name,
    'party.name': parties.subject === '' ? subject.name : parties.subject,
    'guardian.name': parties.guardian,
    'minor.name': parties.minor,
    'shoot.day': day(onDate),
    'shoot.scenes': draft.sceneNumbers.join(', '),
    scope: draft.scope === null ? '' : scopeText(draft.scope, draft.language),
    'terms.rate': rateText(terms, draft.language),
    'terms.fee': terms.rateMinor === null ? '' : feeText(terms.rateMinor, terms.currency, draft.language),
    'terms.position': terms.position,
    'terms.starts': day(terms.startsOn),
    'terms.ends': day(terms.endsOn),
    'terms.pay_cycle': terms.payCycle,
    'release.pay': terms.rateMinor === null ? '' : feeText(terms.rateMinor, terms.currency, draft.language),
    ...subject.values,
    ...draft.extra,
  } satisfies Record<string, string>
}

export interface Drawn extends Composed {
  readonly docx: MergedDocx | undefined
  readonly template: NonNullable<Awaited<ReturnType<typeof templates.findVersion>>>
}

/** The paper as it would read now. Nothing is stored. */
export async function draw(app: App, db: Db, scope: ProductionScope, draft: Drafting): Promise<Drawn> {
  const template = await templates.findVersion(db, draft.templateVersionId)
  if (template === undefined) throw new Problem(NotFound, {}, 'The template of this paper is gone.')
  const values = await valuesOf(app, db, scope, draft)
  const wordings = await clauses.all(db)
  const facts: Facts = {
    values,
    clauses: Object.fromEntries(
      wordings.map((it) => [it.key, it.texts[draft.language] ?? it.texts['en'] ?? Object.values(it.texts)[0] ?? '']),
    ),
    terms: termRows(draft.terms, draft.language),
  }
  const source = template.texts[draft.language] ?? template.texts['en'] ?? Object.values(template.texts)[0]
  const docx = template.docxFileId === null ? undefined : await mergeDocx(app, template.docxFileId, values)
  const written = source ?? { title: template.name, short: '', body: '' }
  const between = [values['party.name'], values['office.name'], values['production.title']]
    .filter((it) => it !== '')
    .join(' · ')
  const composed = compose(docx === undefined ? written : { ...written, body: docx.body }, between, facts)
  return {
    ...composed,
    missing: [...composed.missing, ...(docx?.missing ?? []).map((key) => ({ key, where: 'the Word document' }))],
    docx,
    template,
  }
}

export const hashOf = (content: unknown): string => createHash('sha256').update(canonical(content)).digest('hex')
