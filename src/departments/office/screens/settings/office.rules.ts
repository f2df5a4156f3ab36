import type { Shared } from '../../../../ui/formConflict.ts'
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

/** Both sides of a conflict, field by field. */
export const officeWords: Shared<OfficeDraft>['words'] = {
  name: 'Name',
  address: 'Address',
  timeZone: 'Time zone',
  paperSize: { word: 'Paper', say: (it) => (it === 'letter' ? 'US Letter' : 'A4') },
  hourCycle: { word: 'Clock', say: (it) => `${it} hours` },
  undoSeconds: { word: 'Leaves after', say: (it) => `${it} seconds` },
  approveByAnother: 'Approved by another',
}
