import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { everyContract } from '../src/main/everyContract.ts'
import { routeList } from '../src/platform/http/openapi.ts'

/** Writes routes.txt: every method, path and access, so that widening access is a line somebody reviews. */
const contracts = everyContract()
await writeFile(resolve(import.meta.dirname, '../routes.txt'), routeList(contracts))
console.log(`routes.txt: ${contracts.length} routes`)
process.exit()
