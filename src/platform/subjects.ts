import type { ProductionScope } from './access/scope.ts'
import type { Db } from './database/database.ts'
import type { SubjectSource } from './department.ts'

/** A source out of a list that a production never has too much of: scenes, places, the people on it. */
export const subjectsIn = (
  kind: string,
  label: string,
  all: (db: Db, scope: ProductionScope) => Promise<readonly { id: string; label: string }[]>,
): SubjectSource => ({
  kind,
  label,
  labels: async (db, scope, ids) => {
    const wanted = new Set(ids)
    return new Map((await all(db, scope)).filter(({ id }) => wanted.has(id)).map((it) => [it.id, it.label]))
  },
  find: async (db, scope, { text, limit }) => {
    const part = text.toLowerCase()
    return (await all(db, scope)).filter((it) => it.label.toLowerCase().includes(part)).slice(0, limit)
  },
})
