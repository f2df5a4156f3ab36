import { isMainUnit } from '../../../kernel/units.ts'
import { classes } from '../../../ui/classes.ts'
import { TextButton } from '../../../ui/Button.tsx'
import type { CallSheetView, Timed } from '../callsheet.view.ts'
import { placeText } from '../paperBlocks.rules.ts'
import { joined, timeText } from '../sheetText.rules.ts'
import css from './Sheet.module.css'
import front from './SheetFront.module.css'
import { TimedField } from './SheetField.tsx'
import { HeaderField } from './SheetHeaderField.tsx'
import { SheetPart } from './SheetPart.tsx'
import { useEditing } from './useSheetEditing.ts'

/** The band, the title and the big times, as they stand at the top of the paper. */
export function SheetHead({ view }: { view: CallSheetView }) {
  const { header, revision } = view
  return (
    <>
      <header className={css.band} style={{ background: revision.fill }}>
        <div>
          <b>Call sheet</b> {header.dayLabel}
          <small>
            {joined([header.code, header.company, isMainUnit(header.unit) ? '' : header.unit, header.variant], ' · ')}
          </small>
        </div>
        <span className={css.mark}>{revision.word}</span>
        <div className={front.bandRight}>
          <b>{header.dateText}</b>
          <small>
            {revision.replaces === null ? 'First issue, not out yet' : `Would replace ${revision.replaces}`}
          </small>
        </div>
      </header>
      <div className={front.titleRow}>
        <div>
          <h2>{header.title}</h2>
          <p className={front.pairs}>
            <HeaderField name="client" label="Client" text={header.client} />
            <HeaderField name="agency" label="Agency" text={header.agency} />
            <HeaderField name="job" label="Job" text={header.job} />
          </p>
        </div>
        <p className={front.leads}>{header.leads.map((lead) => `${lead.role} ${lead.name}`).join(' · ')}</p>
      </div>
    </>
  )
}

interface BigTimeProps {
  label: string
  of: Timed
  note?: string
  /** The one everybody looks for. */
  isKey?: boolean
}

function BigTime({ label, of, note = '', isKey = false }: BigTimeProps) {
  return (
    <div className={classes(css.big, isKey && css.key)}>
      <span className={css.cap}>{label}</span>
      <TimedField of={of} label={label} />
      <small>{note}</small>
    </div>
  )
}

export function SheetTimes({ view }: { view: CallSheetView }) {
  const { times } = view
  const late =
    times.lunch.minutes !== null &&
    times.latestLunch.minutes !== null &&
    times.lunch.minutes > times.latestLunch.minutes
  const due = `due by ${timeText(times.latestLunch.minutes, view.hourCycle)}`
  return (
    <div className={css.times}>
      {times.breakfast && <BigTime label="Breakfast from" of={times.breakfast} />}
      <BigTime label="General crew call" of={times.generalCall} isKey />
      <BigTime label="Shooting call" of={times.shootingCall} />
      <BigTime label="Lunch" of={times.lunch} note={[view.lunchPlace, late ? due : ''].filter(Boolean).join(', ')} />
      <BigTime label="Camera wrap, est." of={times.cameraWrap} />
      <BigTime label="Crew wrap, est." of={times.crewWrap} />
    </div>
  )
}

export function SheetChanges({ view }: { view: CallSheetView }) {
  if (view.changes.length === 0) return null
  return (
    <p className={front.changes}>
      <b>Changed since {view.revision.replaces}:</b>{' '}
      {view.changes
        .map(({ label, before, after }) =>
          before === '' || after === '' ? `${label}: ${after || before}` : `${label} ${before} → ${after}`,
        )
        .join('. ')}
    </p>
  )
}

/** Who to ring, where to go, and what the sky does. */
export function SheetPlaces({ view }: { view: CallSheetView }) {
  const { openBlock } = useEditing()
  const { hospital, weather, sun, safety } = view
  const at = (minute: number | null) => timeText(minute, view.hourCycle)
  return (
    <div className={front.three}>
      <SheetPart title="Key people">
        <table className={css.plain}>
          <tbody>
            {view.keyPeople.map((each) => (
              <tr key={each.role}>
                <td>{each.role}</td>
                <td>
                  <b>{each.name}</b>
                </td>
                <td className={css.phone}>{each.phone}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {view.keyPeople.length === 0 && (
          <p className={css.quiet}>Nobody with one of the key positions works this day.</p>
        )}
      </SheetPart>
      <SheetPart title="Locations" block="place">
        {view.places.map((place) => (
          <p key={place.id ?? place.name}>
            <b>
              {place.number} {place.name}
            </b>{' '}
            {placeText(place)}
          </p>
        ))}
        {view.places.length === 0 && <p className={css.quiet}>No set of the day has a location yet.</p>}
      </SheetPart>
      <div>
        <SheetPart title="Nearest hospital" block="safety">
          {hospital === null ? (
            <p className={front.stop}>
              Not chosen yet. <TextButton onClick={() => openBlock('safety')}>Choose it</TextButton>
            </p>
          ) : (
            <p>
              <b>{hospital.name}</b>
              {hospital.note && `, ${hospital.note}`}
              <br />
              {[hospital.address, hospital.phone, hospital.driveMinutes === null ? '' : `${hospital.driveMinutes} min`]
                .filter(Boolean)
                .join(', ')}
            </p>
          )}
          <p>
            Emergency <b>{safety.emergencyNumber}</b>
            {safety.medic && (
              <>
                . Set medic <b>{safety.medic}</b>
              </>
            )}
          </p>
        </SheetPart>
        <SheetPart title="Weather and sun" block="weather">
          {weather === null ? <p className={css.quiet}>No forecast yet.</p> : <p>{weather.text}</p>}
          {weather !== null && (
            <p>
              {[
                weather.highC === null ? '' : `${weather.highC}° / ${weather.lowC ?? '–'} °C`,
                weather.wind,
                weather.gustKmh === null ? '' : `gusts ${weather.gustKmh} km/h`,
                weather.source,
                weather.forecastAt,
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
          )}
          {sun !== null && (
            <p title={`Computed for ${sun.place}`}>
              {sun.polar === null ? (
                <>
                  Sunrise <b>{at(sun.sunrise)}</b>, sunset <b>{at(sun.sunset)}</b>, dusk {at(sun.civilDusk)}
                </>
              ) : sun.polar === 'up' ? (
                'The sun does not set.'
              ) : (
                'The sun does not rise.'
              )}
            </p>
          )}
        </SheetPart>
      </div>
    </div>
  )
}
