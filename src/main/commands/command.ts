import type { ParseArgsOptionsConfig } from 'node:util'

/** What a command says: words for a person, or with `--json` the same as data. */
export interface Said {
  text: string
  json: unknown
}

export interface Call {
  /** What stands after the command's name and is no option. */
  words: string[]
  options: Record<string, string | boolean | undefined>
  env: NodeJS.ProcessEnv
}

export interface Command {
  /** `callsheet`, or `import script`. */
  name: string
  usage: string
  summary: string
  options?: ParseArgsOptionsConfig
  /** @returns nothing when it has said everything itself */
  run(call: Call): Promise<Said | undefined>
}

/** Ends a command with plain words on standard error. Status 2: it was called wrongly; 1: it could not be done. */
export class CommandFault extends Error {
  readonly status: 1 | 2
  constructor(message: string, status: 1 | 2 = 1) {
    super(message)
    this.status = status
  }
}

/** The text of an option; undefined when it was not given. */
export function textOf({ options }: Call, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** @throws CommandFault naming what is missing */
export function need(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new CommandFault(`${what} is missing.`, 2)
  return value
}
