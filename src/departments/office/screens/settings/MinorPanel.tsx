import { useState } from 'react'
import { useChange } from '../../../../client/react.ts'
import { clockOf, durationText } from '../../../../kernel/time.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DateText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { archiveMinorProfile, type MinorProfile, type MinorRow } from '../../../productions/minors.contract.ts'
import { ageText } from '../../../productions/minors.rules.ts'
import { MinorDialog } from './MinorDialog.tsx'
import css from './Minors.module.css'

interface MinorPanelProps {
  of: MinorProfile
  mayChange: boolean
  onClose: () => void
}

/** One place: the hours of every age, and what can be done with them. */
export function MinorPanel({ of: it, mayChange, onClose }: MinorPanelProps) {
  const [mode, setMode] = useState<'change' | 'copy'>()
  return (
    <Panel title={it.name} onClose={onClose} foot={mayChange ? <Actions of={it} onEdit={setMode} /> : undefined}>
      <Hours title="On a school day" rows={it.rows.filter((row) => row.onSchoolDay)} />
      <Hours title="Without school" rows={it.rows.filter((row) => !row.onSchoolDay)} />
      <Facts
        of={[
          ['A meal adds', it.mealExtendsMinutes === 0 ? 'nothing' : durationText(it.mealExtendsMinutes)],
          ['Source', it.source],
          ['As of', <DateText key="dated" on={it.dated} year />],
        ]}
      />
      {mode && <MinorDialog profile={it} mode={mode} onClose={() => setMode(undefined)} />}
    </Panel>
  )
}

function Hours({ title, rows }: { title: string; rows: readonly MinorRow[] }) {
  if (rows.length === 0) return null
  return (
    <table className={css.hours}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">From age</th>
          <th scope="col">Work</th>
          <th scope="col">On set</th>
          <th scope="col">School</th>
          <th scope="col">Between</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fromAgeMonths}>
            <th scope="row">{ageText(row.fromAgeMonths)}</th>
            <td>{durationText(row.workMinutes)}</td>
            <td>{durationText(row.onSetMinutes)}</td>
            <td>{row.schoolMinutes === 0 ? '–' : durationText(row.schoolMinutes)}</td>
            <td>
              {clockOf(row.earliest)}–{clockOf(row.latest)}
              {row.latestBeforeFreeDay !== row.latest && ` (${clockOf(row.latestBeforeFreeDay)})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Actions({ of: it, onEdit }: { of: MinorProfile; onEdit: (mode: 'change' | 'copy') => void }) {
  const archive = useChange(archiveMinorProfile)
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params: { minorProfileId: it.id }, ifMatch: version, body: { archived } },
      {
        onSuccess: (now) =>
          toast.done(archived ? `${it.name} is put away` : `${it.name} can be chosen again`, {
            ...(archived && it.productions > 0 && { detail: 'Productions that go by it keep it.' }),
            undo: () => put(!archived, now.version),
          }),
        onError: toast.problem,
      },
    )
  return (
    <>
      <Button onClick={() => onEdit('change')}>Correct</Button>
      <Button onClick={() => onEdit('copy')}>Make one like it</Button>
      <Button kind="quiet" busy={archive.isPending} onClick={() => put(!it.isArchived, it.version)}>
        {it.isArchived ? 'Take out again' : 'Put away'}
      </Button>
    </>
  )
}
