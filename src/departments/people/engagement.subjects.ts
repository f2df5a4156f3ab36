import { subjectsIn } from '../../platform/subjects.ts'
import * as store from './engagement.store.ts'

/** People and companies on the production, by name; nobody else of the directory. */
const engaged =
  (kind: 'person' | 'company') =>
  async (db: Parameters<typeof store.all>[0], scope: Parameters<typeof store.all>[1]) => {
    const rows = await store.all(db, scope, { archived: false })
    const named = rows.flatMap((row) => {
      const id = kind === 'person' ? row.personId : row.personId === null ? row.companyId : null
      return id === null ? [] : [[id as string, row.personName ?? row.firmName ?? ''] as const]
    })
    return [...new Map(named)].map(([id, label]) => ({ id, label }))
  }

export const engagementSubjects = [
  subjectsIn('person', 'Person', engaged('person')),
  subjectsIn('company', 'Company', engaged('company')),
]
