import type { Eighths } from '../../kernel/eighths.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import type { BoardReportFacts, DayFacts, ElementFacts } from './board.facts.ts'
import { day, eighths, number, plainRow, strong, text } from './columns.rules.ts'
import type { ReportTable } from './report.contract.ts'

/** Where one element is needed: scenes in the order they are shot, and the dates of it. */
interface Use {
  sceneNumbers: string[]
  dates: PlainDay[]
  eighths: Eighths
  /** The most that any scene asks for at once. */
  quantity: number
  notes: string[]
}

/** Uses of every element; scenes that lie on no day come after those that do, and bring no date. */
export function usesOf(facts: BoardReportFacts): Map<string, Use> {
  const daysOfScene = sceneDays(facts.days)
  const order = new Map([...daysOfScene.keys()].map((sceneId, at) => [sceneId, at]))
  const rank = (sceneId: string) => order.get(sceneId) ?? Number.MAX_SAFE_INTEGER
  const uses = new Map<string, Use>()
  for (const [elementId, needs] of Map.groupBy(facts.needs, (need) => need.elementId)) {
    const known = needs.filter((need) => facts.sceneNumbers.has(need.sceneId))
    const shot = known.toSorted((a, b) => rank(a.sceneId) - rank(b.sceneId))
    uses.set(elementId, {
      sceneNumbers: [...new Set(shot.map((need) => facts.sceneNumbers.get(need.sceneId) ?? ''))],
      dates: [...new Set(shot.flatMap((need) => daysOfScene.get(need.sceneId) ?? []))].toSorted(),
      eighths: shot.reduce((sum, need) => sum + (facts.sceneEighths.get(need.sceneId) ?? 0), 0),
      quantity: shot.reduce((most, need) => Math.max(most, need.quantity), 0),
      notes: [...new Set(shot.map((need) => need.note).filter((note) => note !== ''))],
    })
  }
  return uses
}

/** Dates each scene is shot on, in shooting order. */
function sceneDays(days: readonly DayFacts[]): Map<string, PlainDay[]> {
  const found = new Map<string, PlainDay[]>()
  for (const { onDate, strips } of days)
    for (const { sceneId, tone } of strips) {
      if (sceneId === null || tone === 'omitted') continue
      const dates = found.get(sceneId) ?? []
      if (!dates.includes(onDate)) dates.push(onDate)
      found.set(sceneId, dates)
    }
  return found
}

export const nothing: Use = { sceneNumbers: [], dates: [], eighths: 0, quantity: 0, notes: [] }

/** In the order of their numbers, then by name. */
const byNumber = (a: ElementFacts, b: ElementFacts): number =>
  (Number(a.number) || 1e9) - (Number(b.number) || 1e9) || a.name.localeCompare(b.name)

/** Who plays whom, in how much of the script, from when to when. */
export function castList(facts: BoardReportFacts): ReportTable {
  const uses = usesOf(facts)
  const cast = facts.elements.filter(({ category }) => category === 'cast').toSorted(byNumber)
  const rows = cast.map((element) => {
    const use = uses.get(element.id) ?? nothing
    return plainRow([
      element.number,
      element.name,
      element.playedBy,
      use.sceneNumbers.length,
      use.eighths,
      use.dates.length,
      use.dates[0] ?? null,
      use.dates.at(-1) ?? null,
      use.sceneNumbers.join(', '),
      element.note,
    ])
  })
  const booked = cast.filter((element) => element.playedBy !== '').length
  const aside = cast.length === 0 ? '' : `${plural(cast.length, 'part')}, ${booked} cast`
  return {
    kind: 'table',
    isLandscape: true,
    sectionColumns: [],
    columns: [
      text('No.', 10),
      strong('Character', 46),
      text('Played by', 46),
      number('Scenes', 15),
      eighths('Pages', 15),
      number('Days', 12),
      day('Start', 22),
      day('Finish', 22),
      text('Scene numbers'),
      text('Notes', 44),
    ],
    detailsTitle: '',
    sections: cast.length === 0 ? [] : [{ title: 'Cast', aside, cells: [], rows, footer: '', isShoot: false }],
  }
}

/** Everything to be found, made or hired, by category: in which scenes, and when it is first needed. */
export function elementList(facts: BoardReportFacts): ReportTable {
  const uses = usesOf(facts)
  const byCategory = Map.groupBy(facts.elements, ({ category }) => category)
  const sections = facts.categories.flatMap(({ key, label }) => {
    const elements = (byCategory.get(key) ?? []).toSorted(byNumber)
    if (elements.length === 0) return []
    const rows = elements.map((element) => {
      const use = uses.get(element.id) ?? nothing
      return plainRow([
        element.number,
        element.name,
        use.quantity,
        use.sceneNumbers.join(', '),
        use.dates.length,
        use.dates[0] ?? null,
        use.dates.at(-1) ?? null,
        [element.note, ...use.notes].filter(Boolean).join('. '),
      ])
    })
    return [
      {
        title: label,
        aside: plural(elements.length, 'entry', 'entries'),
        cells: [label],
        rows,
        footer: '',
        isShoot: false,
      },
    ]
  })
  return {
    kind: 'table',
    isLandscape: false,
    sectionColumns: [text('Category')],
    columns: [
      text('No.', 10),
      strong('Element', 45),
      number('Most', 11),
      text('Scenes'),
      number('Days', 11),
      day('First', 22),
      day('Last', 22),
      text('Notes', 42),
    ],
    detailsTitle: '',
    sections,
  }
}
