import { classes } from '../../../ui/classes.ts'
import { Status } from '../../../ui/Status.tsx'
import type { CallSheetView, CastRow, CrewGroup, ViewPerson } from '../callsheet.view.ts'
import { spanText, timeText } from '../sheetText.rules.ts'
import { shortBy } from '../sheetTurnaround.rules.ts'
import css from './Sheet.module.css'
import { TimedField, WordedField } from './SheetField.tsx'
import { SheetPart } from './SheetPart.tsx'
import { DepartmentField, PersonField } from './SheetPersonField.tsx'

/** Short rest said where the call stands, with the first call that would keep it. */
function Rest({ of, view }: { of: ViewPerson; view: CallSheetView }) {
  const short = shortBy(of.rest)
  if (short === 0 || of.rest === null) return null
  return (
    <span className={css.rest} title={`Earliest ${timeText(of.rest.earliest, view.hourCycle)} after ${of.rest.since}`}>
      <Status is="attention">{`${spanText(short)} short of rest`}</Status>
    </span>
  )
}

const numeric = new Set(['Pick-up', 'Make-up', 'Wardrobe', 'On set', 'Call', 'Ready'])

export function SheetCast({ view }: { view: CallSheetView }) {
  if (view.cast.length === 0) return null
  const row = (each: CastRow) => (
    <tr key={each.engagementId} id={`person-${each.engagementId}`}>
      <td>
        <b>{each.boardId}</b>
      </td>
      <td>
        <PersonField of={each} />
        {each.minor && ' (minor)'}
        <Rest of={each} view={view} />
      </td>
      <td>{each.character}</td>
      <td>{each.dayCode}</td>
      <td className={css.num}>
        {each.pickup === null ? '—' : <TimedField of={each.pickup} label={`Pick-up, ${each.shownName}`} />}
      </td>
      <td className={css.num}>
        <TimedField of={each.makeup} label={`Make-up, ${each.shownName}`} />
      </td>
      <td className={css.num}>
        <TimedField of={each.wardrobe} label={`Wardrobe, ${each.shownName}`} />
      </td>
      <td className={css.num}>
        <TimedField of={each.onSet} label={`On set, ${each.shownName}`} />
      </td>
      <td className={css.num}>
        <TimedField of={each.call} label={`Call, ${each.shownName}`} strong />
      </td>
      <td>
        {each.transport === null ? (
          (each.pickupFrom ?? '')
        ) : (
          <WordedField of={each.transport} label={`Transport, ${each.shownName}`} empty="transport?" />
        )}{' '}
        {each.remarks}
      </td>
    </tr>
  )
  return (
    <SheetPart
      title={view.kind === 'corporate' ? 'On camera' : 'Cast'}
      block="timing"
      note="Counted back from the first scene. Press a time to see how."
    >
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              {[
                'ID',
                'Actor',
                'Part',
                'Day',
                'Pick-up',
                'Make-up',
                'Wardrobe',
                'On set',
                'Call',
                'Transport, remarks',
              ].map((head) => (
                <th key={head} className={numeric.has(head) ? css.num : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{view.cast.map(row)}</tbody>
        </table>
      </div>
    </SheetPart>
  )
}

export function SheetBackground({ view }: { view: CallSheetView }) {
  const at = (minute: number | null) => timeText(minute, view.hourCycle)
  return (
    <SheetPart title="Background" block="background">
      {view.background.length === 0 ? (
        <p className={css.quiet}>None on this day.</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                {['No.', 'Description', 'Report to', 'Call', 'Ready', 'On set', 'Remarks'].map((head) => (
                  <th key={head} className={numeric.has(head) ? css.num : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.background.map((row) => (
                <tr key={row.id}>
                  <td>
                    <b>{row.quantity}</b>
                  </td>
                  <td>{row.description}</td>
                  <td>{row.reportTo}</td>
                  <td className={css.num}>
                    <b>{at(row.call)}</b>
                  </td>
                  <td className={css.num}>{at(row.ready)}</td>
                  <td className={css.num}>{at(row.onSet)}</td>
                  <td>{row.remarks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SheetPart>
  )
}

function Department({ group, view }: { group: CrewGroup; view: CallSheetView }) {
  return (
    <table className={classes(css.table, css.crew)}>
      <colgroup>
        <col style={{ width: '27%' }} />
        <col />
        <col style={{ width: 68 }} />
        <col style={{ width: 100 }} />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={2}>
            <DepartmentField of={group} />
          </th>
          <th className={css.num}>Call</th>
          <th>{group.channel === null ? '' : `Ch. ${group.channel}`}</th>
        </tr>
      </thead>
      <tbody>
        {group.people.map((person) => (
          <tr key={person.engagementId} id={`person-${person.engagementId}`}>
            <td>
              {person.position}
              {person.remarks !== '' && <small className={css.remark}>{person.remarks}</small>}
            </td>
            <td>
              <PersonField of={person} />
              <Rest of={person} view={view} />
            </td>
            <td className={css.num}>
              <TimedField of={person.call} label={`Call, ${person.shownName}`} strong />
            </td>
            <td className={css.phone}>{person.phone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function SheetCrew({ view }: { view: CallSheetView }) {
  const groups = [...view.crew, ...view.guests]
  return (
    <SheetPart title="Crew and guests" note="Press a call to see why, or to change it">
      {groups.length === 0 && <p className={css.quiet}>Nobody is booked for this day yet.</p>}
      <div className={css.columns}>
        {groups.map((group) => (
          <Department key={group.id} group={group} view={view} />
        ))}
      </div>
    </SheetPart>
  )
}
