import { stat, readFile } from 'node:fs/promises'
import { formatPages, sumEighths } from '../../kernel/eighths.ts'
import { plural } from '../../kernel/words.ts'
import { inspect, type Inspection } from '../inspect.ts'
import { CommandFault, need, type Command } from './command.ts'

/** Larger than any script; a file beyond it is named rather than read into memory. */
const MOST_BYTES = 64 * 1024 * 1024

export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'inspect FILE',
  summary: 'Say what a file is and what was understood of it. Needs no server.',
  async run({ words }) {
    const path = need(words[0], 'The file to inspect')
    const result = inspect(await read(path))
    if (!result.ok) throw new CommandFault(`${path}: ${explain(result.problem)}`)
    return { text: describe(result.inspection), json: result.inspection }
  },
}

async function read(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new CommandFault(`There is no file ${path}.`)
  if (!found.isFile()) throw new CommandFault(`${path} is not a file.`)
  if (found.size > MOST_BYTES) throw new CommandFault(`${path} is larger than 64 MB; no script is.`)
  return readFile(path)
}

const explain = ({ message, remedy, line }: { message: string; remedy: string; line?: number }) =>
  `${line === undefined ? '' : `line ${line}: `}${message} ${remedy}`

function describe({ format, title, scenes, characters, dialogueBlocks, warnings }: Inspection): string {
  const length = formatPages(sumEighths(scenes.map((scene) => scene.eighths)))
  const kind = format === 'fdx' ? 'Final Draft' : 'Fountain'
  const spoken = `${plural(characters.length, 'character')}, ${plural(dialogueBlocks, 'speech', 'speeches')}`
  return [
    `${title ?? 'A script without a title'} (${kind}): ${plural(scenes.length, 'scene')}, ${length}, ${spoken}`,
    ...warnings.map(({ line, message }) => `  line ${line}: ${message}`),
  ].join('\n')
}
