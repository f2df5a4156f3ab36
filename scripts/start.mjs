import { runOnOurNode } from './run.mjs'

runOnOurNode('src/main/start.ts', process.argv.slice(2), { web: true })
