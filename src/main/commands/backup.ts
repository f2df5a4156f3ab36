import { plural } from '../../kernel/words.ts'
import type { Manifest } from '../../platform/backup/manifest.ts'
import { CommandFault, need, textOf, type Command } from './command.ts'

const counted = ({ tables, files, erased }: Manifest) => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return { rows, files: files.length, erased: erased.length }
}

const countedText = ({ rows, files }: ReturnType<typeof counted>) =>
  `${plural(rows, 'row')} and ${plural(files, 'file')}`

const erasedText = (erased: number) =>
  erased === 0 ? '' : `\n${plural(erased, 'file')} erased while it was made, and left out: only the name is kept.`

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE [--key-to FILE]',
  summary: 'Write the database and all files into one archive; people may go on working',
  options: { 'key-to': { type: 'string' } },
  async run(call) {
    const file = need(call.words[0], 'The archive to write')
    const { withOffice } = await import('./withOffice.ts')
    const { backUp } = await import('../../platform/backup/backup.ts')
    return withOffice(call.env, 'unitbase backup', async ({ house: { app }, settings, databaseUrl }) => {
      const manifest = await backUp({ databaseUrl, storage: app.storage, keys: app.keys, file, now: app.clock.now() })
      const keyFile = textOf(call, 'key-to')
      if (keyFile !== undefined) await copyKey(settings.keyFile, keyFile)
      const many = counted(manifest)
      const where =
        keyFile === undefined
          ? `The key ${settings.keyFile} is not in it: keep a copy of that elsewhere.`
          : `The key is in ${keyFile}: keep it elsewhere than the archive.`
      return {
        text: `${manifest.office} is in ${file}: ${countedText(many)}.${erasedText(many.erased)}\n${where}`,
        json: { file, office: manifest.office, madeAt: manifest.madeAt, ...many },
      }
    })
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE [--key FILE]',
  summary: 'Bring a backup back into an empty office, after checking every part of it',
  options: { key: { type: 'string' } },
  async run(call) {
    const file = need(call.words[0], 'The archive to restore')
    const { restoreOffice } = await import('../restoreOffice.ts')
    const manifest = await restoreOffice({ env: call.env, file, keyFile: textOf(call, 'key') })
    const many = counted(manifest)
    return {
      text: `${manifest.office} is back as it was at ${manifest.madeAt}: ${countedText(many)}, all checked.${erasedText(many.erased)}`,
      json: { file, office: manifest.office, madeAt: manifest.madeAt, ...many },
    }
  },
}

async function copyKey(from: string, to: string) {
  const { copyFile, chmod, constants } = await import('node:fs/promises')
  await copyFile(from, to, constants.COPYFILE_EXCL).catch(() => {
    throw new CommandFault(`The key could not be written to ${to}; is there a file already?`)
  })
  await chmod(to, 0o600)
}
