import { isMainUnit } from '../../kernel/units.ts'
import type { DayMinute } from '../../kernel/time.ts'
import type { CallSheetView, CopyList, PersonalView, Timed } from './callsheet.view.ts'
import { copies } from './sheetCopies.rules.ts'
import {
  barsOf,
  cateringOf,
  crewOf,
  placeOf,
  placeText,
  rowOf,
  safetyOf,
  totalOf,
  weatherOf,
} from './paperBlocks.rules.ts'
import { joined, timedText, timeText } from './sheetText.rules.ts'

/** Whose copy a paper is: the box at the top, the marked row, and the watermark: who, when, and the code that leads back. */
interface PaperCopy {
  personal: PersonalView
  /** What the personal line says the call was in the issue before. */
  callWas: string | null
  /** Short code that leads back to the recipient; printed lightly over every page. */
  code: string | null
  /** `Tue 12 May, 18:10` */
  printedText: string
  /** Where to confirm, shown beside the call; null on copies nobody confirms. */
  confirmAt: string | null
  /** `11 of 42` */
  copyNumber: string | null
}

/** A copy for a list of readers: the shared sheet, saying at its foot and under its pages which copy it is. */
export const paperOf = (view: CallSheetView, list: CopyList): Paper => ({
  ...sharedPaper(view, list),
  foot: { left: `${copies[list].label} copy. Do not forward or post.`, middle: view.revision.fileName },
  watermark: unheldMark(view),
  bars: barsOf(view, null),
})

/** What is one person's own on their copy; `row` is the row of the tables that is theirs. */
export const ownPaper = (view: CallSheetView, copy: PaperCopy) => ({
  watermark: joined([copy.personal.name, copy.printedText, copy.code], '   '),
  mine: mineOf(view, copy),
  foot: footLine(copy),
  bars: barsOf(view, copy.personal),
  row: copy.personal.engagementId,
})

/**
 * A sheet as strings, in the order the paper prints them: what all readers of a list have alike. The template lays out
 * and decides nothing.
 */
export function sharedPaper(view: CallSheetView, list: CopyList) {
  const at = (minute: DayMinute | null) => timeText(minute, view.hourCycle)
  const of = (timed: Timed) => timedText(timed, view.hourCycle)
  const place = placeOf(view)
  return {
    paper: view.paper,
    lang: 'en',
    kind: view.kind,
    band: bandOf(view),
    foot: { left: '', middle: view.revision.fileName },
    watermark: '',
    head: headOf(view),
    times: bigTimes(view),
    changes: changeLine(view),
    keyPeople: view.keyPeople.map(({ role, name, phone }) => ({ role, name, phone: phone ?? '' })),
    places: view.places.map((each) => ({ number: each.number, name: each.name, text: placeText(each) })),
    position: place,
    safety: safetyOf(view),
    weather: weatherOf(view),
    schedule: {
      words: view.words,
      note: view.schedule.note,
      rows: view.schedule.rows.map((row) => rowOf(view, row)),
      total: totalOf(view),
    },
    cast: {
      note: 'Counted back from the first scene: on set, way, buffer, wardrobe, make-up, drive',
      rows: view.cast.map((row) => ({
        key: row.engagementId,
        id: row.boardId,
        name: row.name,
        minor: row.minor,
        part: row.character,
        code: row.dayCode,
        pickup: row.pickup === null ? '—' : of(row.pickup),
        makeup: of(row.makeup.minutes === null ? row.call : row.makeup),
        wardrobe: of(row.wardrobe),
        onSet: of(row.onSet),
        done: of(row.done),
        call: of(row.call),
        remarks: [row.pickupFrom ?? '', row.transport?.text ?? '', row.remarks]
          .filter((text) => text !== '')
          .join('. '),
      })),
    },
    background: view.background.map((row) => ({
      ...row,
      call: at(row.call),
      ready: at(row.ready),
      onSet: at(row.onSet),
    })),
    requirements: view.requirements,
    extras: view.extras,
    notices: view.notices,
    advance: view.advance.map((day) => ({
      label: day.label,
      note:
        day.call === null
          ? day.note
          : [`Crew call ${at(day.call)}, estimated`, day.note].filter((it) => it !== '').join('. '),
      rows: day.rows.map((row) => rowOf(view, row)),
    })),
    crew: crewOf(view, list),
    guests: view.guests.map((group) => ({
      name: group.name,
      call: [...new Set(group.people.map((person) => of(person.call)))].join(', '),
      people: group.people.map((person) => ({ name: person.name, position: person.position })),
    })),
    pickups: view.pickups.map((each) => ({ ...each, time: at(each.time), arrives: at(each.arrives) })),
    vehicles: view.vehicles.map((each) => ({ ...each, call: at(each.call) })),
    catering: cateringOf(view),
    channels: view.channels,
    bars: null as ReturnType<typeof barsOf>,
    own: null,
  }
}

type Paper = ReturnType<typeof sharedPaper>

function bandOf({ header, revision, zoneText }: CallSheetView) {
  const unit = isMainUnit(header.unit) ? '' : header.unit
  const issued = revision.issuedAt === null ? 'Not issued' : `issued ${revision.issuedText} ${zoneText}`
  return {
    fill: revision.preliminary ? '' : revision.fill,
    word: revision.preliminary ? 'PRELIM' : revision.issuedAt === null ? 'DRAFT' : revision.word,
    day: joined([header.dayLabel, unit, header.variant], ' · '),
    code: joined([header.code, header.company], ' · '),
    date: header.dateText,
    sentence: joined([
      `${revision.sentence}, ${issued}`,
      revision.replaces === null ? '' : `Replaces ${revision.replaces}`,
    ]),
  }
}

const footLine = ({ personal, copyNumber }: PaperCopy): string =>
  `Personal copy${copyNumber === null ? '' : ` ${copyNumber}`}: ${personal.name}. Do not forward or post.`

/** Tiled lightly over the page of a sheet nobody holds by name. */
function unheldMark({ revision }: CallSheetView): string {
  if (revision.preliminary) return 'PRELIM   not confirmed   '
  return revision.issuedAt === null ? 'DRAFT   not issued   ' : ''
}

function mineOf(view: CallSheetView, copy: PaperCopy) {
  const { personal } = copy
  const place = personal.reportTo
  return {
    call: personal.callText,
    name: joined([personal.name, personal.position], ', '),
    was: copy.callWas === null ? '' : `Was ${copy.callWas}. `,
    confirm: view.revision.preliminary ? '' : (copy.confirmAt ?? ''),
    report: personal.mustConfirm.find((field) => field.key === 'report_to')?.value ?? '',
    park: place?.parking ?? '',
    gate: place?.gateCode ?? '',
  }
}

function headOf({ header }: CallSheetView) {
  const pair = (label: string, value: string) => (value === '' ? [] : [{ label, value }])
  return {
    title: header.title,
    pairs: [...pair('Client', header.client), ...pair('Agency', header.agency), ...pair('Job', header.job)],
    leads: header.leads,
    office: header.officePhone,
  }
}

function bigTimes(view: CallSheetView) {
  const { times } = view
  const big = (label: string, timed: Timed | null, note = '') =>
    timed === null
      ? []
      : [
          {
            label,
            value: timedText(timed, view.hourCycle),
            note: joined([timed.was === null ? '' : `was ${timeText(timed.was, view.hourCycle)}`, note]),
            key: false,
          },
        ]
  const hasLunch = times.lunch.minutes !== null || times.lunch.word !== null
  const lunch = hasLunch ? big('Lunch', times.lunch, view.lunchPlace) : []
  return [
    ...big('Breakfast from', times.breakfast),
    ...big('General crew call', times.generalCall).map((it) => ({ ...it, key: true })),
    ...big('Shooting call', times.shootingCall),
    ...lunch.map((it) =>
      times.lunchUntil === null ? it : { ...it, value: `${it.value}–${timeText(times.lunchUntil, view.hourCycle)}` },
    ),
    ...big('Camera wrap, est.', times.cameraWrap),
    ...big('Crew wrap, est.', times.crewWrap),
  ]
}

function changeLine({ changes, changeNote, revision }: CallSheetView) {
  if (revision.replaces === null || (changes.length === 0 && changeNote === '')) return null
  const lines = changes.map(({ label, before, after }) =>
    before === '' ? `${label}: ${after}` : after === '' ? `${label}: ${before}` : `${label} ${before} → ${after}`,
  )
  return { since: `Changed since ${revision.replaces}:`, text: joined([changeNote, ...lines]) }
}
