import { CommandFault, need, textOf, type Command } from './command.ts'

const counted = (manifest: { tables: { rows: number }[]; files: unknown[] }) => {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { rows, files: manifest.files.length }
}

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
      const { rows, files } = counted(manifest)
      const where =
        keyFile === undefined
          ? `The key ${settings.keyFile} is not in it: keep a copy of that elsewhere.`
          : `The key is in ${keyFile}: keep it elsewhere than the archive.`
      return {
        text: `${manifest.office} is in ${file}: ${rows} rows and ${files} ${files === 1 ? 'file' : 'files'}.\n${where}`,
        json: { file, office: manifest.office, madeAt: manifest.madeAt, rows, files },
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
    const { rows, files } = counted(manifest)
    return {
      text: `${manifest.office} is back as it was at ${manifest.madeAt}: ${rows} rows and ${files} ${files === 1 ? 'file' : 'files'}, all checked.`,
      json: { file, office: manifest.office, madeAt: manifest.madeAt, rows, files },
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
