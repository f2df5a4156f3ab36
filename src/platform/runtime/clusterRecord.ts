import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What the built-in database is opened with: its only copy is the file in the data folder. */
const ClusterRecord = z.object({ password: z.string(), port: z.number(), cluster: z.string() })
export type ClusterRecord = z.infer<typeof ClusterRecord>

const recordFile = (dataFolder: string) => join(dataFolder, 'database.json')

/** @returns undefined where there is none yet; one that cannot be read is a fault, since a new one would lock the office out */
export async function readRecord(dataFolder: string): Promise<ClusterRecord | undefined> {
  const text = await readFile(recordFile(dataFolder), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined
    throw fault
  })
  return text === undefined ? undefined : ClusterRecord.parse(JSON.parse(text))
}

/** Takes the place of the one before only once it is whole on the disk: whoever is killed in between keeps the old one. */
export async function writeRecord(dataFolder: string, record: ClusterRecord): Promise<void> {
  const arriving = `${recordFile(dataFolder)}.new`
  const file = await open(arriving, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(record, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(arriving, recordFile(dataFolder))
}
