import { TextButton } from '../../../ui/Button.tsx'
import type { CallSheetView, MealCount, Titled } from '../callsheet.view.ts'
import { timeText } from '../sheetText.rules.ts'
import css from './Sheet.module.css'
import { SheetPart } from './SheetPart.tsx'
import { useEditing } from './useSheetEditing.ts'

const Lines = ({ of, empty }: { of: Titled[]; empty: string }) =>
  of.length === 0 ? (
    <p className={css.quiet}>{empty}</p>
  ) : (
    <div className={css.threeLines}>
      {of.map((each) => (
        <p key={each.id}>
          <b>{each.title}</b> {each.text}
        </p>
      ))}
    </div>
  )

export function SheetRequirements({ view }: { view: CallSheetView }) {
  return (
    <>
      <SheetPart title="Department requirements" note="From the breakdown of the day's scenes">
        <Lines of={view.requirements} empty="The breakdown asks for nothing special." />
      </SheetPart>
      <SheetPart title="For today" block="extras">
        <Lines of={view.extras} empty={extrasHint[view.kind]} />
      </SheetPart>
    </>
  )
}

const extrasHint = {
  narrative: 'Room for continuity and anything else the day needs.',
  commercial: 'Room for products, legal supers, client holding and what changed since the PPM.',
  corporate: 'Room for building access, rooms, teleprompter, what to wear and releases.',
}

const headsText = ({ crew, cast, background, client, drivers }: MealCount): string =>
  Object.entries({ crew, cast, background, client, drivers })
    .filter(([, count]) => count > 0)
    .map(([who, count]) => `${who} ${count}`)
    .join(', ')

/** Everything after the crew: lifts, vehicles, plates, radios, notices. */
export function SheetBack({ view }: { view: CallSheetView }) {
  const { openBlock, mayEdit } = useEditing()
  const at = (minute: number | null) => timeText(minute, view.hourCycle)
  return (
    <div className={css.two}>
      <SheetPart title="Pick-ups">
        {view.pickups.length === 0 && <p className={css.quiet}>Nobody is picked up.</p>}
        {view.pickups.map((each) => (
          <p key={each.passenger}>
            <b>{at(each.time)}</b> {each.passenger}, {each.from || 'place?'}, arrives {at(each.arrives)} {each.by}
          </p>
        ))}
      </SheetPart>
      <SheetPart title="Vehicles" block="vehicles">
        {view.vehicles.length === 0 && <p className={css.quiet}>None listed.</p>}
        {view.vehicles.map((each) => (
          <p key={each.id}>
            <b>{each.unit}</b> {each.vehicle}, {each.driver}, <b>{at(each.call)}</b> {each.place}
          </p>
        ))}
      </SheetPart>
      <SheetPart title="Catering" block="catering" note={`${view.catering.sparePercent} % spare`}>
        <table className={css.plain}>
          <tbody>
            {view.catering.meals.map((meal) => (
              <tr key={meal.meal}>
                <td>
                  <b>{meal.meal}</b>
                </td>
                <td>{at(meal.from)}</td>
                <td>{headsText(meal)}</td>
                <td className={css.num}>
                  <b>{meal.order}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{[view.catering.caterer, view.catering.diets].filter(Boolean).join('. ')}</p>
      </SheetPart>
      <SheetPart title="Radio channels" block="channels">
        <p>
          {view.channels.map((channel) => `${channel.number} ${channel.use}`).join(' · ') || (
            <span className={css.quiet}>None.</span>
          )}
        </p>
      </SheetPart>
      <SheetPart title="Notices" block="notices">
        {view.notices.map((notice) => (
          <p key={notice.id}>
            <b>{notice.title}</b> {notice.text}
          </p>
        ))}
        {view.notices.length === 0 && mayEdit && (
          <TextButton onClick={() => openBlock('notices')}>Write one</TextButton>
        )}
      </SheetPart>
    </div>
  )
}
