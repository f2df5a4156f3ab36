import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import * as store from './draft.store.ts'
import type { ScriptDraftId, ScriptId } from './scene.contract.ts'
import type { ScriptElement, TitleEntry } from './screenplay.rules.ts'

interface CommittedDraft {
  readonly id: ScriptDraftId
  readonly scriptId: ScriptId
  readonly number: number
  readonly name: string
  readonly title: string
}

/** Drafts of the production's scripts that are in force or were, oldest first. */
export async function committedDrafts(db: Db, scope: ProductionScope): Promise<CommittedDraft[]> {
  const { title } = await productions.get(db, scope)
  const rows = await store.all(db, scope)
  return rows
    .flatMap(({ id, scriptId, number, name }) =>
      scriptId === null || number === null ? [] : [{ id, scriptId, number, name, title: `Script, ${title}` }],
    )
    .sort((a, b) => a.number - b.number)
}

const valueOf = (titlePage: readonly TitleEntry[], ...keys: string[]) =>
  titlePage.find(({ key }) => keys.includes(key.toLowerCase()))?.lines.join('\n') ?? ''

/** A committed draft with all its text, headings with the numbers the scenes have been given since. @throws NotFound */
export async function wholeDraft(db: Db, scope: ProductionScope, id: ScriptDraftId) {
  const draft = await store.whole(db, scope, id)
  if (!draft) throw new Problem(NotFound, {}, 'There is no such draft.')
  const scenes = await store.texts(db, id)
  const elements = scenes.flatMap(({ elements: own, number }) => numbered(own, number))
  return { draft, elements: [...draft.preamble, ...elements] }
}

const numbered = (elements: readonly ScriptElement[], number: string | null): ScriptElement[] =>
  elements.map((element) => (element.kind === 'heading' && number !== null ? { ...element, number } : element))

/** A committed draft as a screenplay on paper. @throws NotFound */
export async function printedDraft(app: App, scope: ProductionScope, id: ScriptDraftId): Promise<Buffer> {
  const { draft, elements } = await wholeDraft(app.db, scope, id)
  const production = await productions.get(app.db, scope)
  return app.pdf.render('screenplay', {
    paper: production.paperSize,
    title: valueOf(draft.titlePage, 'title') || production.title,
    author: valueOf(draft.titlePage, 'author', 'authors'),
    draft: `${draft.name} draft`,
    elements: elements.map(({ kind, text, number }) => ({ kind, text, number: number ?? '' })),
  })
}
