import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Activity } from '../../../ui/Activity.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Panel, PanelActions } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { told } from '../../office/activity.rules.ts'
import { listActivity } from '../../office/concern.contract.ts'
import { breakdownLines, kindWords } from '../breakdown.rules.ts'
import { archiveRole, changeRole, RoleState, type Role } from '../role.contract.ts'
import { CallSection } from './CallSection.tsx'
import css from './Casting.module.css'
import { ReadingCheck } from './ReadingCheck.tsx'
import { RoleDialog } from './RoleForm.tsx'
import { roleStateWords } from './words.ts'

interface RolePanelProps {
  productionId: string
  role: Role
  can: { edit: boolean }
  onClose: () => void
}

const states = RoleState.options.map((value) => ({ value, label: roleStateWords[value] }))

/** One role: what is wanted, its open call, how far it has come. */
export function RolePanel({ productionId, role, can, onClose }: RolePanelProps) {
  const state = useChange(changeRole)
  const put = (next: RoleState, version: number, undo?: RoleState) =>
    state.mutate(
      { params: { productionId, roleId: role.id }, body: { state: next }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) =>
          undo !== undefined &&
          toast.done(`${role.name}: ${roleStateWords[next].toLowerCase()}`, { undo: () => put(undo, saved.version) }),
      },
    )
  return (
    <Panel
      title={role.name}
      about={`${kindWords[role.kind]}${role.isConfidential ? ', confidential' : ''}`}
      onClose={onClose}
    >
      <PanelActions>
        <ButtonLink
          to={`/productions/${productionId}/casting?tab=talent&role=${role.id}`}
          {...(role.candidates > 0 && { kind: 'accent' as const })}
        >
          {role.unseen > 0
            ? `Review ${plural(role.unseen, 'new submission')}`
            : role.candidates === 0
              ? 'Put talent forward'
              : plural(role.candidates, 'candidate')}
        </ButtonLink>
        {can.edit && <Actions {...{ productionId, role, onClose }} />}
      </PanelActions>
      {can.edit && (
        <SelectField
          label="How far it has come"
          choices={states}
          value={role.state}
          onChange={(next) => next && put(next, role.version, role.state)}
        />
      )}
      {role.breakdown !== '' && <p className={css.prose}>{role.breakdown}</p>}
      <Facts of={breakdownLines(role, { rates: true })} />
      {role.kind === 'voice_over' && (
        <ReadingCheck text={role.spokenText} seconds={role.spotSeconds} languages={role.languages.join(', ')} />
      )}
      {can.edit && <CallSection productionId={productionId} role={role} />}
      <History {...{ productionId, role }} />
    </Panel>
  )
}

function Actions({ productionId, role, onClose }: Omit<RolePanelProps, 'can'>) {
  const [editing, setEditing] = useState(false)
  const archive = useChange(archiveRole)
  const isArchived = role.archivedAt !== null
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params: { productionId, roleId: role.id }, body: { archived }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          onClose()
          toast.done(archived ? `${saved.name} is put away` : `${saved.name} is back`, {
            undo: () => put(!archived, saved.version),
          })
        },
      },
    )
  return (
    <>
      <Button icon={<IconPencil size={16} />} onClick={() => setEditing(true)}>
        Edit
      </Button>
      <Button
        icon={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        busy={archive.isPending}
        onClick={() => put(!isArchived, role.version)}
      >
        {isArchived ? 'Put back' : 'Put away'}
      </Button>
      <RoleDialog
        open={editing}
        productionId={productionId}
        role={role}
        onClose={() => setEditing(false)}
        onSaved={() => setEditing(false)}
      />
    </>
  )
}

function History({ productionId, role }: Pick<RolePanelProps, 'productionId' | 'role'>) {
  const asked = useAsk(listActivity, {
    params: { productionId },
    query: { kind: 'casting_role', id: role.id, limit: 20 },
  })
  if (asked.data === undefined || asked.data.items.length === 0) return null
  return (
    <Section title="Activity">
      <Activity entries={asked.data.items.map((it) => told(it, { state: roleStateWords, kind: kindWords }))} />
    </Section>
  )
}
