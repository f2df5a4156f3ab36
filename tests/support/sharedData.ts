import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const home = resolve(import.meta.dirname, '../../../shared/data')

/** True where the folder of real files lies beside the checkout; tests that need it are skipped where it does not. */
export const hasSharedData = existsSync(home)

/**
 * The full path of a real file that nobody here wrote.
 *
 * @example test.skipIf(!hasSharedData)('ST-9 …', () => readFile(sharedData('screenplays/big-fish.fountain')))
 */
export const sharedData = (path: string): string => join(home, path)
