import { z } from 'zod'

/** The web app's entry. Browsers without `Temporal` load it first, as a chunk of its own; the others never see it. */
// Our pages forbid code made at run time; told so, the schemas do not try it.
z.config({ jitless: true })
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./webApp.tsx')
start(document.getElementById('root'))
