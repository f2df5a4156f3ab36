import { sql } from 'kysely'
import type { App } from '../app.ts'

/** What is not up, in words; nothing when all is well. */
export async function ailments(app: App): Promise<string[]> {
  const checks: [string, () => Promise<unknown>][] = [
    ['database', () => sql`select 1`.execute(app.db)],
    ['storage', () => app.storage.head('health')],
  ]
  const results = await Promise.all(
    checks.map(async ([name, look]) => {
      try {
        await look()
        return []
      } catch {
        return [name]
      }
    }),
  )
  return results.flat()
}
