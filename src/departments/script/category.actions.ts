import { NotFound, Problem, stale } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { isFaint, markRatio } from './category.rules.ts'
import * as store from './category.store.ts'
import { CategoryFaint, CategoryKeyTaken } from './element.contract.ts'
import type { ElementCategory } from './element.contract.ts'

interface ChangeCategory {
  readonly actor: Actor
  readonly code: string
  readonly expected: number
  readonly body: store.CategoryChange
}

/** Categories belong to the office: a change shows in every production. */
export const changeCategory = (app: App, { actor, code, expected, body }: ChangeCategory): Promise<ElementCategory> =>
  app.transaction(async (tx) => {
    const all = await store.lockAll(tx)
    const before = all.find((one) => one.code === code)
    if (!before) throw new Problem(NotFound, {}, 'There is no such category.')
    refuseTaken(all, code, body.key)
    if (body.colour !== undefined && isFaint(body.colour))
      throw new Problem(
        CategoryFaint,
        { ratio: markRatio(body.colour) },
        `${markRatio(body.colour).toFixed(1)} to 1 on paper; a mark needs 3 to 1. Choose a darker colour.`,
      )
    const after = await store.changeCategory(tx, code, expected, body)
    if (!after) throw stale({ expected, current: before.version }, 'this category')
    await app.audit.record(tx, actor, 'changed a breakdown category', {
      subject: { kind: 'element_category', id: code, label: after.name },
      before,
      after,
    })
    await app.announce(tx, { department: 'script', productionId: null, ids: [code] })
    return after
  })

function refuseTaken(all: readonly ElementCategory[], code: string, key: string | null | undefined): void {
  const other = key == null ? undefined : all.find((one) => one.key === key && one.code !== code)
  if (other)
    throw new Problem(
      CategoryKeyTaken,
      { code: other.code },
      `${key} tags into ${other.name}. Take another letter, or free this one first.`,
    )
}
