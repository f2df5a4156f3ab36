import { clockOf, type DayMinute } from '../../../../kernel/time.ts'
import type { Shared } from '../../../../ui/formConflict.ts'
import type { SheetRules } from '../../sheetRule.contract.ts'

type Figures = Omit<SheetRules, 'emergencyNumbers' | 'digestHours' | 'source' | 'dated'>

/** What the fields hold: a figure that is being typed may be missing, hours and numbers of places are text. */
export interface SheetRulesDraft extends Record<keyof Figures, number | null> {
  digests: string
  numbers: string
  source: string
  dated: string | null
}

const ELSEWHERE = 'elsewhere'

export const sheetRulesDraft = ({ emergencyNumbers, digestHours, ...rules }: SheetRules): SheetRulesDraft => ({
  ...rules,
  digests: digestHours.join(', '),
  numbers: emergencyNumbers.map(({ zones, number }) => `${zones || ELSEWHERE} ${number}`).join('\n'),
})

/** `Europe/London 999` → a place and its number; a line without a number is refused by its number. */
export const sheetRulesOf = ({ numbers, digests, ...rules }: SheetRulesDraft) => ({
  ...rules,
  digestHours: digests
    .split(/[,;\s]+/)
    .filter((it) => it !== '')
    .map(Number),
  emergencyNumbers: numbers
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [zones = '', ...rest] = line.split(/\s+/)
      return { zones: zones.toLowerCase() === ELSEWHERE ? '' : zones, number: rest.join(' ') }
    }),
})

const clock = (word: string) => ({ word, say: (it: number | null) => (it === null ? '–' : clockOf(it as DayMinute)) })

/** What the fields are called where two people saved at once. */
export const sheetRulesWords: Required<Shared<SheetRulesDraft>['words']> = {
  issueBy: clock('Out by'),
  backgroundReadyMinutes: 'Background before it is ready, minutes',
  linkDays: 'Links outlive their day, days',
  digests: 'Hours of digests',
  reminderAfterMinutes: { word: 'Reminded after', say: (it) => (it === null ? '–' : `${it} min`) },
  secondAt: clock('Again at'),
  phoneListAt: clock('Phone list at'),
  replaceAt: clock('Replaced at'),
  phoneForCallsBefore: clock('Phoned for calls before'),
  quietFrom: clock('Quiet from'),
  quietUntil: clock('Quiet until'),
  numbers: { word: 'Emergency numbers', say: (it) => it.split('\n').join(', ') },
  source: 'Source',
  dated: 'As of',
}
