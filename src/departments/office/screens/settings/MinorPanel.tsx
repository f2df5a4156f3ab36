import { browser } from '../../../../client/react.ts'
import { clockOf, durationText } from '../../../../kernel/time.ts'
import { RowPanel } from '../../../../ui/RowPanel.tsx'
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
export const MinorPanel = ({ of: it, ...panel }: MinorPanelProps) => (
  <RowPanel
    of={it}
    {...panel}
    change="Correct"
    facts={[['A meal adds', it.mealExtendsMinutes === 0 ? 'nothing' : durationText(it.mealExtendsMinutes)]]}
    asOf={it.dated}
    dialog={(edit) => <MinorDialog {...edit} />}
    archive={{
      isArchived: it.isArchived,
      put: (archived, ifMatch) =>
        browser.call(archiveMinorProfile, { params: { minorProfileId: it.id }, ifMatch, body: { archived } }),
      inUse: it.productions > 0 && 'Productions that go by it keep it.',
    }}
  >
    <Hours title="On a school day" rows={it.rows.filter((row) => row.onSchoolDay)} />
    <Hours title="Without school" rows={it.rows.filter((row) => !row.onSchoolDay)} />
  </RowPanel>
)

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
