import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { BinderContent, BinderPaper } from '../../platform/binder.ts'

export interface Gathered extends BinderContent {
  readonly section: string
}

/** Every part of every department, in the binder's order; papers of a part by folder and name, so that two builds are alike. */
export async function gathered(app: App, scope: ProductionScope): Promise<Gathered[]> {
  const parts = app
    .departments()
    .flatMap((department) => department.binder ?? [])
    .toSorted((a, b) => a.sort - b.sort || (a.section < b.section ? -1 : 1))
  const result: Gathered[] = []
  for (const part of parts) {
    const { papers, tables, missing } = await part.gather(app, scope)
    result.push({ section: part.section, papers: papers.toSorted(inOrder), tables, missing })
  }
  return result
}

const keyOf = ({ folder, fileName }: BinderPaper) => [...folder, fileName].join('\u0000')
const inOrder = (a: BinderPaper, b: BinderPaper) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)
