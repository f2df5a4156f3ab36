#!/usr/bin/env node
import { runOnOurNode } from './run.mjs'

const args = process.argv.slice(2)
runOnOurNode('src/main/cli.ts', args, { web: args[0] === 'api' })
