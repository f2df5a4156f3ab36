import { apiCommand, workerCommand } from './run.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { inspectCommand } from './inspect.ts'
import { sampleCommand } from './sample.ts'
import { userCommand } from './user.ts'
import type { Command } from './command.ts'

/** Every command, in the order the help lists them. */
export const commands: readonly Command[] = [
  inspectCommand,
  userCommand,
  sampleCommand,
  backupCommand,
  restoreCommand,
  apiCommand,
  workerCommand,
]
