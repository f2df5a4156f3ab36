import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  beginImport,
  commitImport,
  dropImport,
  exportScript,
  getScript,
  type ImportPreview,
} from '../../departments/script/import.contract.ts'
import { addressOf } from '../../client/call.ts'
import { formatPages } from '../../kernel/eighths.ts'
import { plural } from '../../kernel/words.ts'
import { CommandFault, need, textOf, type Command } from './command.ts'
import { bytesOf, productionOf, withOfficeOverHttp } from './overHttp.ts'

export const importScriptCommand: Command = {
  name: 'import script',
  usage: 'import script FILE --production CODE [--dry-run] [--number-scenes] [--add-cast]',
  summary: 'Import a script (Fountain, Final Draft) as the newest draft of a production',
  options: {
    production: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'number-scenes': { type: 'boolean' },
    'add-cast': { type: 'boolean' },
  },
  async run(call) {
    const file = need(call.words[0], 'The script to import')
    const bytes = await readFile(file).catch(() => {
      throw new CommandFault(`There is no file ${file}.`)
    })
    return withOfficeOverHttp(call, async (office) => {
      const production = await productionOf(call, office)
      const params = { productionId: production.id }
      const body = { fileName: basename(file), contentBase64: bytes.toString('base64') }
      const preview = await office.caller.call(beginImport, { params, body })
      const understood = describe(preview)
      if (call.options['dry-run']) {
        await office.caller.call(dropImport, { params: { ...params, draftId: preview.id } })
        return { text: `${understood}\nNothing was imported.`, json: { ...summary(preview), imported: false } }
      }
      const done = await office.caller.call(commitImport, {
        params: { ...params, draftId: preview.id },
        body: { numberScenes: !!call.options['number-scenes'], addSpeakingCast: !!call.options['add-cast'] },
        idempotencyKey: `import ${preview.id}`,
      })
      const changes = { added: done.added.length, changed: done.changed.length, omitted: done.omitted.length }
      return {
        text: `${understood}\nNow the script of ${production.code}: ${changes.added} new, ${changes.changed} changed, ${changes.omitted} omitted.`,
        json: { ...summary(preview), ...changes, draft: done.draft, imported: true },
      }
    })
  },
}

const summary = ({ title, format, counts, eighths, warnings, doubts }: ImportPreview) => ({
  title,
  format,
  scenes: counts.scenes,
  characters: counts.characters,
  dialogueBlocks: counts.dialogue.read,
  eighths,
  warnings,
  doubts: doubts.map(({ line, message }) => ({ line, message })),
})

function describe({ title, fileName, counts, eighths, warnings, doubts }: ImportPreview): string {
  const head = `${title ?? fileName ?? 'The script'}: ${plural(counts.scenes, 'scene')}, ${formatPages(eighths)}, ${plural(counts.characters, 'character')}`
  const lines = [...warnings, ...doubts].toSorted((a, b) => a.line - b.line)
  return [head, ...lines.map(({ line, message }) => `  line ${line}: ${message}`)].join('\n')
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'export --production CODE [--format fountain|fdx] [--draft NAME] [--to FILE]',
  summary: 'Write a production’s script as Fountain or Final Draft',
  options: {
    production: { type: 'string' },
    format: { type: 'string' },
    draft: { type: 'string' },
    to: { type: 'string' },
  },
  async run(call) {
    const format = textOf(call, 'format') ?? 'fountain'
    if (format !== 'fountain' && format !== 'fdx') throw new CommandFault('--format is fountain or fdx.', 2)
    return withOfficeOverHttp(call, async (office) => {
      const production = await productionOf(call, office)
      const params = { productionId: production.id }
      const { drafts } = await office.caller.call(getScript, { params })
      const asked = textOf(call, 'draft')
      const draft = asked === undefined ? drafts[0] : drafts.find(({ name }) => name === asked)
      if (!draft)
        throw new CommandFault(`${production.code} has no ${asked === undefined ? 'script' : `draft "${asked}"`}.`)
      const path = addressOf(exportScript, { params: { ...params, draftId: draft.id }, query: { format } })
      const bytes = await bytesOf(await office.fetch(path))
      const to = textOf(call, 'to')
      const json = { production: production.code, draft: draft.name, format, sizeBytes: bytes.length }
      if (to === undefined)
        return { text: bytes.toString('utf8').trimEnd(), json: { ...json, text: bytes.toString('utf8') } }
      await writeFile(to, bytes)
      return { text: `${draft.name} of ${production.code} is in ${to}.`, json: { ...json, file: to } }
    })
  },
}
