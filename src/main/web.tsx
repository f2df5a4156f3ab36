import { z } from 'zod'
import { uuid } from '../ui/withoutHttps.ts'

/** The web app's entry. Browsers without `Temporal` load it first, as a chunk of its own; the others never see it. */
// Our pages forbid code made at run time; told so, the schemas do not try it.
z.config({ jitless: true })
if (!('randomUUID' in crypto)) Object.assign(crypto, { randomUUID: uuid })
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./webApp.tsx')
start(document.getElementById('root'))
