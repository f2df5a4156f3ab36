import { apiCommand, workerCommand } from './run.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { callSheetCommand } from './callsheet.ts'
import type { Command } from './command.ts'
import { inspectCommand } from './inspect.ts'
import { sampleCommand } from './sample.ts'
import { exportCommand, importScriptCommand } from './script.ts'
import { userCommand } from './user.ts'

/** Every command, in the order the help lists them. */
export const commands: readonly Command[] = [
  inspectCommand,
  importScriptCommand,
  exportCommand,
  callSheetCommand,
  userCommand,
  sampleCommand,
  backupCommand,
  restoreCommand,
  apiCommand,
  workerCommand,
]
