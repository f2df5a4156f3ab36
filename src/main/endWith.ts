import { Problem } from '../kernel/problems.ts'
import { DataFolderTaken } from '../platform/runtime/dataFolder.ts'
import { SettingsFault } from '../platform/settings.ts'
import { CommandFault } from './commands/command.ts'
import { PortTaken } from './listen.ts'

const PLAIN = [SettingsFault, DataFolderTaken, PortTaken, CommandFault, Problem]

/**
 * Ends the process with what went wrong on standard error: in plain words where somebody can do something about it,
 * whole where it is a fault of ours.
 */
export function endWith(fault: unknown): never {
  if (PLAIN.some((kind) => fault instanceof kind)) console.error((fault as Error).message)
  else if ((fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error((fault as Error).message)
  else console.error(fault)
  process.exit(fault instanceof CommandFault ? fault.status : 1)
}
