import { clockOf, dayText, type PlainDay } from '../../kernel/time.ts'
import type { Role, RoleKind } from './role.contract.ts'

export const kindWords: Record<RoleKind, string> = {
  lead: 'Lead',
  supporting: 'Supporting',
  day_player: 'Day player',
  featured: 'Featured',
  background: 'Background',
  hand_model: 'Hand model',
  presenter: 'Presenter',
  stunt: 'Stunt',
  voice_over: 'Voice-over',
}

/** `25 to 35`, `from 60`, `up to 12`; nothing where no age is set. */
export function playingAge({ ageFrom, ageUntil }: Pick<Role, 'ageFrom' | 'ageUntil'>): string {
  if (ageFrom !== null && ageUntil !== null) return ageFrom === ageUntil ? `${ageFrom}` : `${ageFrom} to ${ageUntil}`
  if (ageFrom !== null) return `from ${ageFrom}`
  return ageUntil === null ? '' : `up to ${ageUntil}`
}

/** `Web and cinema, UK, 12 months`. */
const usageText = ({
  usageMedia,
  usageTerritory,
  usageMonths,
}: Pick<Role, 'usageMedia' | 'usageTerritory' | 'usageMonths'>) =>
  [usageMedia, usageTerritory, usageMonths === null ? '' : usageMonths === 1 ? '1 month' : `${usageMonths} months`]
    .filter((it) => it !== '')
    .join(', ')

/** `Nothing for another beer brand in the last 12 months`. */
const conflictText = ({ category, brand, exclusiveMonths }: Pick<Role, 'category' | 'brand' | 'exclusiveMonths'>) =>
  category === '' || exclusiveMonths === null
    ? ''
    : `No other ${category} in the last ${exclusiveMonths} months${brand === '' ? '' : `, and none while this runs for ${brand}`}`

const days = (list: readonly PlainDay[]) => list.map((day) => dayText(day)).join(', ')

export const deadlineText = ({
  deadlineOn,
  deadlineMinute,
  deadlineZone,
}: Pick<Role, 'deadlineOn' | 'deadlineMinute' | 'deadlineZone'>) =>
  deadlineOn === null
    ? ''
    : [
        dayText(deadlineOn, { year: true }),
        deadlineMinute === null ? '' : clockOf(deadlineMinute),
        deadlineMinute === null ? '' : (deadlineZone ?? ''),
      ]
        .filter((it) => it !== '')
        .join(' ')

/** A role as the world outside may read it: name and value of each line that says something. */
export function breakdownLines(role: Role, { rates }: { rates: boolean }): [string, string][] {
  const lines: [string, string][] = [
    ['Type', kindWords[role.kind]],
    ['Playing age', playingAge(role)],
    ['Gender', role.gender],
    ['Look', role.look],
    ['Skills', role.skills.join(', ')],
    ['Languages', role.languages.join(', ')],
    ['Sizes', role.sizes],
    ['Union', role.unionTerms],
    ['Fee', rates ? (role.rate ?? '') : ''],
    ['Usage', usageText(role)],
    ['Conflicts', conflictText(role)],
    ['Shoots', days(role.shootDays)],
    ['Callbacks', days(role.callbackDays)],
    ['Fitting', role.fittingOn === null ? '' : dayText(role.fittingOn)],
    ['Place', role.place],
    ['Send by', deadlineText(role)],
  ]
  return lines.filter(([, value]) => value !== '')
}

const heads = [
  'Role',
  'Type',
  'Playing age',
  'Gender',
  'Breakdown',
  'Look',
  'Skills',
  'Languages',
  'Sizes',
  'Union',
  'Fee',
  'Usage',
  'Conflicts',
  'Shoots',
  'Callbacks',
  'Fitting',
  'Place',
  'Send by',
] as const

/** A table of words; what writes spreadsheets takes it as it is. */
interface TextGrid {
  name: string
  columns: { title: string; holds: 'text' }[]
  rows: string[][]
}

/** One row a role, one column a line, for services that take a spreadsheet. */
export function breakdownGrid(roles: readonly Role[], { rates }: { rates: boolean }): TextGrid {
  const shown = heads.filter((head) => rates || head !== 'Fee')
  return {
    name: 'Breakdown',
    columns: shown.map((title) => ({ title, holds: 'text' as const })),
    rows: roles.map((role) => {
      const said = new Map([['Role', role.name], ['Breakdown', role.breakdown], ...breakdownLines(role, { rates })])
      return shown.map((head) => said.get(head) ?? '')
    }),
  }
}
