import { z } from 'zod'

/** One way to reach somebody, with the word its owner put beside it ("work", "agent"). */
export const Reach = z.strictObject({
  label: z.string().max(60).nullable(),
  value: z.string().min(1).max(320),
})
export type Reach = z.infer<typeof Reach>

const line = z.string().max(300).nullable()

/**
 * A person or a company as a file, a form or our own record states it: the shape that is compared, merged and exchanged.
 * Absent is `null` or an empty list, never an empty string, so "nothing there" has one spelling.
 */
export const ContactDraft = z.strictObject({
  kind: z.enum(['person', 'company']),
  name: z.string().min(1).max(200),
  givenName: line,
  familyName: line,
  legalName: line,
  creditName: line,
  otherNames: z.array(z.string().max(200)).max(50),
  pronouns: line,
  emails: z.array(Reach).max(20),
  phones: z.array(Reach).max(20),
  websites: z.array(z.string().max(500)).max(20),
  companyName: line,
  department: line,
  position: line,
  homeBase: line,
  address: z.string().max(1000).nullable(),
  timeZone: line,
  languages: z.array(z.string().max(60)).max(30),
  birthDate: z.iso.date().nullable(),
  union: line,
  dietary: line,
  allergies: line,
  emergencyContact: line,
  notes: z.string().max(20_000).nullable(),
})
export type ContactDraft = z.infer<typeof ContactDraft>

/** What a reader hands on for one record of a file; `line` is the first line of it in the source, counted from 1. */
export interface ReadRecord {
  readonly line: number
  readonly contact: ContactDraft
  /** Whom they play, where the list is a production's and says so. */
  readonly character?: string
  readonly warnings: readonly string[]
}

/** A part of the file that could not become a record, with its first line and why. */
export interface Unreadable {
  readonly line: number
  readonly text: string
  readonly reason: string
}

/** Everything a file held: nothing in it is missing from one of the two lists. */
export interface ReadFile {
  readonly format: 'csv' | 'vcard'
  readonly encoding: string
  readonly records: readonly ReadRecord[]
  readonly unreadable: readonly Unreadable[]
  /** Remarks on the whole file, in words for the person who chose it. */
  readonly remarks: readonly string[]
}
