import { z } from 'zod'

export const AgreementKind = z.enum([
  'deal_memo',
  'crew_agreement',
  'nda',
  'talent_release',
  'minor_release',
  'location_release',
  'vendor_agreement',
  'other',
])
export type AgreementKind = z.infer<typeof AgreementKind>

/** Words and the letters a number begins with: `HLT-DM-001`. */
export const kindWords: Record<AgreementKind, { one: string; letters: string; isRelease: boolean }> = {
  deal_memo: { one: 'Deal memo', letters: 'DM', isRelease: false },
  crew_agreement: { one: 'Crew agreement', letters: 'CA', isRelease: false },
  nda: { one: 'Non-disclosure agreement', letters: 'NDA', isRelease: false },
  talent_release: { one: 'Talent release', letters: 'TR', isRelease: true },
  minor_release: { one: 'Minor’s release', letters: 'MR', isRelease: true },
  location_release: { one: 'Location release', letters: 'LR', isRelease: true },
  vendor_agreement: { one: 'Vendor agreement', letters: 'VA', isRelease: false },
  other: { one: 'Agreement', letters: 'AG', isRelease: false },
}

/** The states of a document (features, 5.4). A void paper is superseded by nothing. */
export const AgreementState = z.enum(['draft', 'pending', 'executed', 'expired', 'superseded', 'declined'])
export type AgreementState = z.infer<typeof AgreementState>

export const PartyRole = z.enum(['signer', 'approver', 'viewer', 'copy', 'in_person', 'guardian'])
export type PartyRole = z.infer<typeof PartyRole>

export const PartyState = z.enum(['waiting', 'sent', 'opened', 'done', 'declined'])
export type PartyState = z.infer<typeof PartyState>

/** Those the paper waits for; viewers and copies hold up nobody. */
export const holdsUp = (role: PartyRole): boolean => role !== 'viewer' && role !== 'copy'
export const signs = (role: PartyRole): boolean => role === 'signer' || role === 'in_person' || role === 'guardian'

/** `{PROJECT}-DM-001`: three digits, more when there are more. */
export const numberOf = (code: string, kind: AgreementKind, series: number): string =>
  `${code}-${kindWords[kind].letters}-${String(series).padStart(3, '0')}`

/** A template's plan of who does what: the office's side, the other side, and whoever must look first. */
export const RolePlan = z.object({
  role: PartyRole,
  label: z.string().trim().min(1, 'Say who this is, such as Crew member.').max(80),
  turn: z.number().int().min(1).max(50),
  /** `subject`: the person or company the paper is about; `office`: whoever signs for us; `other`: named each time. */
  who: z.enum(['subject', 'office', 'other']),
})
export type RolePlan = z.infer<typeof RolePlan>

export const languages = ['en', 'de', 'pl', 'ar'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch', pl: 'Polski', ar: 'العربية' }
export const isRightToLeft = (language: Language): boolean => language === 'ar'
