import type { Concern } from '../../kernel/concern.ts'
import { formatPages } from '../../kernel/eighths.ts'
import type { ClashDay, ClashFacts } from './clash.facts.rules.ts'
import { boardHref, clock, daySubject, hours, laneOf, on, scenesText } from './clash.words.rules.ts'

const perDay =
  (judge: (day: ClashDay, facts: ClashFacts) => Concern[]) =>
  (facts: ClashFacts): Concern[] =>
    facts.days.flatMap((day) => judge(day, facts))

const about = (day: ClashDay, code: string, rest: Omit<Concern, 'code' | 'key' | 'subject' | 'onDate'>): Concern => ({
  code: `schedule.${code}`,
  key: `schedule.${code}:${day.onDate}:${laneOf(day.plan)}`,
  subject: daySubject(day),
  onDate: day.onDate,
  ...rest,
})

/** One company move is a plan, two are a warning, three are a day that will not be made. */
export const companyMoves = perDay((day) =>
  day.moveCount < 2
    ? []
    : [
        about(day, 'company_moves', {
          severity: day.moveCount > 2 ? 'blocks' : 'warns',
          message: `${day.moveCount} company moves on ${on(day.onDate)}`,
          causes: [`A full unit loses an hour and a half with each move`],
          remedy: 'Bring the scenes of one place together.',
        }),
      ],
)

/** Two places one after the other with nothing planned between: the time to get there is missing. */
export const missingMoves = perDay((day) =>
  day.strips.flatMap((strip, index): Concern[] => {
    const previous = day.strips.slice(0, index).findLast((it) => it.place !== null && it.kind === 'scene')
    const between = day.strips.slice(previous ? day.strips.indexOf(previous) + 1 : 0, index)
    const hasMove = between.some((it) => it.kind === 'company_move' || it.kind === 'travel')
    if (strip.kind !== 'scene' || !strip.place || !previous?.place) return []
    if (hasMove || previous.place.id === strip.place.id) return []
    return [
      {
        ...about(day, 'missing_move', {
          severity: 'notes',
          message: `No move planned from ${previous.place.name} to ${strip.place.name} on ${on(day.onDate)}`,
          causes: [`Scene ${previous.label} at ${previous.place.name}`, `Scene ${strip.label} at ${strip.place.name}`],
          remedy: 'Add a company move between them, or put scenes of one place together.',
        }),
        key: `schedule.missing_move:${previous.label}:${strip.label}:${day.onDate}:${laneOf(day.plan)}`,
      },
    ]
  }),
)

export const heavyDay = perDay((day) =>
  day.targetEighths === null || day.eighths <= day.targetEighths
    ? []
    : [
        about(day, 'heavy_day', {
          severity: 'warns',
          message: `${day.label} is heavy: ${formatPages(day.eighths)} on ${on(day.onDate)}`,
          causes: [`${formatPages(day.eighths)} planned`, `${formatPages(day.targetEighths)} is the aim`],
          remedy: 'Move a scene to a lighter day, or raise the aim of this day.',
        }),
      ],
)

export const lateMeal = perDay((day) =>
  day.lateMeal === null
    ? []
    : [
        about(day, 'late_meal', {
          severity: 'warns',
          message:
            day.lateMeal.at === null
              ? `No meal by ${clock(day.lateMeal.due)} on ${on(day.onDate)}`
              : `Meal ${hours(day.lateMeal.lateBy)} late on ${on(day.onDate)}`,
          causes: [
            `Due by ${clock(day.lateMeal.due)}`,
            day.lateMeal.at === null ? 'No meal is planned before wrap' : `Planned for ${clock(day.lateMeal.at)}`,
          ],
          remedy: day.lateMeal.at === null ? 'Add a meal.' : 'Move the meal up.',
        }),
      ],
)

/** Days the board's calendar rests, with a camera turning. */
export const workOnRestDay = perDay((day) => {
  const { rest } = day
  if (rest === null || day.type !== 'shoot') return []
  return [
    about(day, 'rest_day', {
      severity: 'warns',
      message: `${day.label} falls on ${rest}`,
      causes: [
        `${day.label} is a shoot day on ${on(day.onDate)}`,
        `The calendar of ${day.plan.boardName} says ${rest}`,
      ],
      remedy: 'Move the day, or change the calendar.',
    }),
  ]
})

/** Red flags: of a date, or of an element that works on it. One that has expired no longer speaks. */
export function flagged({ days, flags, today }: ClashFacts): Concern[] {
  const live = flags.filter((flag) => flag.expiresOn === null || flag.expiresOn >= today)
  return live.flatMap((flag) =>
    days
      .filter((day) => day.onDate === flag.onDate && meetsFlag(day, flag.element?.id))
      .map((day): Concern => ({
        code: 'schedule.flag',
        key: `schedule.flag:${flag.id}:${laneOf(day.plan)}`,
        severity: flag.isHard ? 'blocks' : 'warns',
        subject: daySubject(day),
        message: `${flag.element ? `${flag.element.label}: ` : ''}${flag.reason} (${on(day.onDate)})`,
        causes: [
          `${day.label} is planned for ${on(day.onDate)}`,
          `Flag${flag.source === '' ? '' : ` from ${flag.source}`}`,
        ],
        remedy: flag.element
          ? 'Move the scenes to another day, or settle the flag.'
          : 'Move the day, or settle the flag.',
        onDate: day.onDate,
      })),
  )
}

const meetsFlag = (day: ClashDay, elementId: string | undefined): boolean =>
  day.strips.some(
    (strip) =>
      !strip.isOmitted && strip.kind === 'scene' && (elementId === undefined || strip.elementIds.includes(elementId)),
  )

/** Scenes that are out of the script and still in the plan. */
export const omittedOnDay = perDay((day) => {
  const omitted = day.strips.filter((strip) => strip.isOmitted).map((strip) => strip.label)
  if (omitted.length === 0) return []
  return [
    about(day, 'omitted', {
      severity: 'warns',
      message: `${day.label} still holds omitted ${scenesText(omitted)}`,
      causes: [`${scenesText(omitted)} on ${on(day.onDate)}`, 'Omitted in the script'],
      remedy: 'Send the strip to the boneyard.',
    }),
  ]
})

/** Scenes of the script that no day of the board shoots. */
export function unplaced({ productionId, unplaced: boards }: ClashFacts): Concern[] {
  return boards
    .filter(({ scenes }) => scenes.length > 0)
    .map(({ boardId, boardName, lane, scenes }) => ({
      code: 'schedule.unplaced',
      key: `schedule.unplaced:${lane}`,
      severity: 'notes',
      subject: { kind: 'board', id: boardId, label: boardName, href: boardHref(productionId, boardId) },
      message: `${scenes.length === 1 ? '1 scene has' : `${scenes.length} scenes have`} no day on ${boardName}`,
      causes: [scenes.length > 12 ? `${scenesText(scenes.slice(0, 12))} and more` : scenesText(scenes)],
      remedy: 'Lay them on a day, or omit them from the script.',
    }))
}
