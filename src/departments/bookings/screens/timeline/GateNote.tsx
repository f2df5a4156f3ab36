import { Status } from '../../../../ui/Status.tsx'
import type { Gate } from '../../gate.contract.ts'
import css from './note.module.css'

/** Which papers are missing, above the button they bear on. */
export function GateNote({ gate: { rule, blocks, warns } }: { gate: Gate }) {
  if (blocks.length + warns.length === 0) return null
  return (
    <p className={css.gate}>
      {blocks.length > 0 && (
        <Status is={rule === 'block' ? 'stop' : 'attention'}>
          {rule === 'block' ? 'Needed before booking' : 'Missing'}: {blocks.join(', ')}
        </Status>
      )}
      {warns.length > 0 && <Status is="waiting">Still to come: {warns.join(', ')}</Status>}
    </p>
  )
}
