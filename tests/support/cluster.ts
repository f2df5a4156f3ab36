import type { TestProject } from 'vitest/node'
import { openDesk } from './desk.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for its database; see `desk.ts`. */
    databaseDesk: string
  }
}

/** The desk of `npm test`, where that runs several of us; else one of our own. */
export default async function setup(project: TestProject) {
  const shared = process.env['TEST_DATABASE_DESK']
  if (shared !== undefined) return project.provide('databaseDesk', shared)
  const desk = await openDesk()
  project.provide('databaseDesk', desk.url)
  return async () => {
    const said = await desk.close()
    if (said) console.log(`\n${said}\n`)
  }
}
