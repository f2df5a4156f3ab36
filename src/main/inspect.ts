/**
 * Says what a file is and what was understood of it, without a server. Each kind of file that a department reads
 * adds its own answer here.
 */
import { inspectScript } from '../departments/script/inspection.ts'
import type { ScriptInspection } from '../departments/script/inspection.ts'
import type { Unreadable } from '../departments/script/formats/decode.ts'

export type Inspection = ScriptInspection

type InspectResult =
  { readonly ok: true; readonly inspection: Inspection } | { readonly ok: false; readonly problem: Unreadable }

/** @param bytes the whole file; nothing outside it is looked at */
export function inspect(bytes: Uint8Array): InspectResult {
  const script = inspectScript(bytes)
  return script.ok ? { ok: true, inspection: script.value } : { ok: false, problem: script.problem }
}
