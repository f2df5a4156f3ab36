import { parseArgs } from 'node:util'
import type { Command } from './commands/command.ts'
import { commands } from './commands/all.ts'
import { endWith } from './endWith.ts'

/** `unitbase …`: finds the command, reads its options, and prints what it says. */
async function main(args: string[]): Promise<void> {
  const found = commandFor(args)
  if (!found || args.includes('--help')) return help(found?.command, args)
  const { values, positionals } = parseArgs({
    args: found.rest,
    options: { ...found.command.options, json: { type: 'boolean' } },
    allowPositionals: true,
    strict: true,
  })
  const { json, ...options } = values
  const said = await found.command.run({ words: positionals, options, env: process.env })
  if (said) process.stdout.write(json ? `${JSON.stringify(said.json, null, 2)}\n` : `${said.text}\n`)
}

/** The command whose name the arguments begin with; of two that fit, the longer. */
function commandFor(args: string[]): { command: Command; rest: string[] } | undefined {
  const fitting = commands
    .map((command) => ({ command, size: command.name.split(' ').length }))
    .filter(({ command, size }) => args.slice(0, size).join(' ') === command.name)
    .toSorted((a, b) => b.size - a.size)
  const best = fitting[0]
  return best && { command: best.command, rest: args.slice(best.size) }
}

function help(command: Command | undefined, args: string[]) {
  if (command) {
    console.log(`${command.summary}\n\n  unitbase ${command.usage}`)
    return
  }
  const asked = args.filter((word) => !word.startsWith('-')).join(' ')
  const say = asked === '' || args.includes('--help') ? console.log : console.error
  if (asked !== '') say(`There is no command "${asked}".\n`)
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  say('unitbase: the production office on the command line. Each command takes --json.\n')
  for (const { usage, summary } of commands) say(`  unitbase ${usage.padEnd(width)}  ${summary}`)
  if (asked !== '') process.exitCode = 2
}

await main(process.argv.slice(2)).catch(endWith)
process.exit()
