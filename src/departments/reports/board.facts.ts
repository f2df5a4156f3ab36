import type { Eighths } from '../../kernel/eighths.ts'
import type { PlainDay, WallTime } from '../../kernel/time.ts'

/** What the reports need of a board; the actions read it from the schedule, the script and the people. */
export interface StripFacts {
  kind: 'scene' | 'banner'
  sceneId: string | null
  /** `12`, or with its part `12 (1 of 2)`. */
  number: string
  /** `INT`, `EXT`, `INT/EXT`; empty on a banner. */
  intExt: string
  setName: string
  timeOfDay: string
  synopsis: string
  scriptDay: string
  tone: 'banner' | 'int_day' | 'ext_day' | 'int_night' | 'ext_night' | 'dawn_dusk' | 'omitted'
  eighths: Eighths
  /** Board numbers of the cast, or names where there is none, in board order. */
  cast: string[]
  place: string
  start: WallTime | null
  minutes: number | null
  /** What a banner says. */
  title: string
}

export interface DayFacts {
  onDate: PlainDay
  /** A day the cameras turn; others only say what they are. */
  isShoot: boolean
  kind: 'shoot' | 'off' | 'holiday' | 'travel' | 'other'
  /** `Shoot`, `Travel`, `Weather cover`. */
  typeText: string
  unit: string
  number: number | null
  of: number
  call: WallTime | null
  wrap: WallTime | null
  eighths: Eighths
  sceneCount: number
  castCount: number
  places: string[]
  note: string
  strips: StripFacts[]
}

export interface ElementFacts {
  id: string
  category: string
  name: string
  /** Its number on the board; empty without one. */
  number: string
  playedBy: string
  note: string
  allowHold: boolean
  allowDrop: boolean
  minDropDays: number
}

/** An element in a scene, as the breakdown has it. */
interface SceneNeed {
  sceneId: string
  elementId: string
  quantity: number
  note: string
}

interface CategoryFacts {
  key: string
  /** As a heading: `Cast`, `Props`. */
  label: string
}

export interface BoardReportFacts {
  /** What stands on a strip of this board, in the order it is read. */
  fields: readonly string[]
  days: DayFacts[]
  elements: ElementFacts[]
  needs: SceneNeed[]
  /** In the breakdown's order. */
  categories: CategoryFacts[]
  /** Length of every scene that is shot, to tell how much of the script an element carries. */
  sceneEighths: ReadonlyMap<string, Eighths>
  sceneNumbers: ReadonlyMap<string, string>
  events: { elementId: string; date: PlainDay; kind: 'travel' | 'rehearsal' | 'fitting' }[]
}
