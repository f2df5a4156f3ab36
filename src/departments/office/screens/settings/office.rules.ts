import type { ConflictField } from '../../../../ui/ConflictDialog.tsx'
import type { OfficeSettings } from '../../office.contract.ts'

/** The settings as a form holds them: every choice is a text. */
export interface OfficeDraft {
  name: string
  timeZone: string | null
  paperSize: 'a4' | 'letter' | null
  hourCycle: string | null
  undoSeconds: string | null
  approveByAnother: boolean
  address: string
}

export const draftOf = ({
  name,
  timeZone,
  paperSize,
  hourCycle,
  undoSeconds,
  approveByAnother,
  address,
}: OfficeSettings): OfficeDraft => ({
  name,
  timeZone,
  paperSize,
  hourCycle: String(hourCycle),
  undoSeconds: String(undoSeconds),
  approveByAnother,
  address,
})

export const officeOf = (draft: OfficeDraft) => ({
  ...draft,
  hourCycle: Number(draft.hourCycle),
  undoSeconds: Number(draft.undoSeconds),
})

const yes = (value: boolean) => (value ? 'yes' : 'no')

const written = (draft: OfficeDraft): Record<string, string> => ({
  Name: draft.name,
  Address: draft.address,
  'Time zone': draft.timeZone ?? '',
  Paper: draft.paperSize === 'letter' ? 'US Letter' : 'A4',
  Clock: `${draft.hourCycle} hours`,
  'Leaves after': `${draft.undoSeconds} seconds`,
  'Approved by another': yes(draft.approveByAnother),
})

/** Both sides of a conflict, field by field. */
export function comparedOffice(mine: OfficeDraft, theirs: OfficeDraft): ConflictField[] {
  const other = written(theirs)
  return Object.entries(written(mine)).map(([label, value]) => ({ label, mine: value, theirs: other[label] ?? '' }))
}
