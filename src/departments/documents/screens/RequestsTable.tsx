import type { UseQueryResult } from '@tanstack/react-query'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { decideAccess, revokeAccess, type AccessRequest } from '../access.contract.ts'
import css from './DocumentPanel.module.css'
import { EndText } from './EndText.tsx'
import { accessStates } from './words.ts'

interface RequestsTableProps {
  productionId: string
  asked: UseQueryResult<{ items: AccessRequest[] }>
}

/** Who asks to open what, why and until when; who was let in. */
export function RequestsTable({ productionId, asked }: RequestsTableProps) {
  const columns: Column<AccessRequest>[] = [
    {
      key: 'state',
      head: 'State',
      of: ({ state }) => <Status is={accessStates[state][0]}>{accessStates[state][1]}</Status>,
      width: 110,
    },
    { key: 'who', head: 'Who', of: (it) => <b>{it.who}</b>, sortBy: (it) => it.who, width: '16%' },
    { key: 'document', head: 'Document', of: (it) => it.documentName, sortBy: (it) => it.documentName, width: '20%' },
    { key: 'reason', head: 'Why', of: (it) => it.reason },
    {
      key: 'until',
      head: 'Until',
      of: (it) => <EndText at={it.grantedUntil ?? it.wantedUntil} />,
      quiet: true,
      phone: 'hide',
      width: 110,
    },
    { key: 'acts', head: '', of: (it) => <Acts productionId={productionId} of={it} />, align: 'end', width: 170 },
  ]
  return (
    <Loaded of={asked}>
      {({ items }) => (
        <Table
          label="Requests"
          rows={items}
          columns={columns}
          keyOf={(it) => it.id}
          empty={
            <EmptyState title="Nobody has asked">
              Whoever sees a document by name but may not open it can ask here, with a reason and an end. What you grant
              ends by itself.
            </EmptyState>
          }
        />
      )}
    </Loaded>
  )
}

function Acts({ productionId, of }: { productionId: string; of: AccessRequest }) {
  const decide = useChange(decideAccess)
  const revoke = useChange(revokeAccess)
  const on = { params: { productionId, accessId: of.id }, ifMatch: of.version }
  if (of.state === 'asked')
    return (
      <span className={css.ends}>
        <Button
          size="small"
          busy={decide.isPending}
          onClick={() =>
            decide.mutate(
              { ...on, body: { granted: true } },
              { onError: toast.problem, onSuccess: () => toast.done(`${of.who} may open ${of.documentName}`) },
            )
          }
        >
          Let in
        </Button>
        <Button
          size="small"
          kind="quiet"
          onClick={() => decide.mutate({ ...on, body: { granted: false } }, { onError: toast.problem })}
        >
          Refuse
        </Button>
      </span>
    )
  if (of.state === 'granted')
    return (
      <Button size="small" busy={revoke.isPending} onClick={() => revoke.mutate(on, { onError: toast.problem })}>
        Take back
      </Button>
    )
  return null
}
