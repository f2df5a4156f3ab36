import { readersDayOf } from '../../../ui/dates.ts'
import type { Standing } from '../../../ui/Status.tsx'
import type { AccessRequest, Channel, Share } from '../access.contract.ts'
import type { DocumentKind, DocumentRow, ReadingState } from '../document.contract.ts'

export const kindWords: Record<DocumentKind, string> = {
  picture: 'Picture',
  pdf: 'PDF',
  word: 'Text document',
  sheet: 'Spreadsheet',
  slides: 'Slides',
  text: 'Plain text',
  script: 'Script',
  markup: 'Web page or drawing',
  archive: 'Archive',
  program: 'Program',
  video: 'Video',
  audio: 'Sound',
  other: 'File',
}

/** `1.4 MB`, as people read sizes. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB', 'TB']
  let value = bytes / 1000
  let at = 0
  for (; value >= 1000 && at < units.length - 1; at++) value /= 1000
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[at]}`
}

const stateWords: Partial<Record<ReadingState, readonly [Standing, string]>> = {
  waiting: ['waiting', 'Being read'],
  partly: ['half', 'Read in part'],
  encrypted: ['attention', 'Locked'],
  unreadable: ['stop', 'Damaged'],
}

/** What is out of the ordinary about a document; nothing for most. */
export function trouble(
  it: Pick<DocumentRow, 'standing' | 'state' | 'isDisguised'>,
): readonly [Standing, string] | undefined {
  if (it.standing === 'ask') return ['off', 'Ask to open']
  if (it.standing === 'terms') return ['attention', 'Terms first']
  if (it.isDisguised) return ['stop', 'Not what it says']
  return stateWords[it.state]
}

export const channelWords: Record<Channel, string> = {
  attachment: 'Attached to a mail',
  personal_link: 'Personal link',
  protected_link: 'Link with a password or a code',
}

/** How a share that is out opens: `Link, with a password and a code`. */
export function wayOf({
  channel,
  hasPassword,
  needsCode,
}: Pick<Share, 'channel' | 'hasPassword' | 'needsCode'>): string {
  if (channel === 'attachment') return channelWords.attachment
  const asks = [...(hasPassword ? ['a password'] : []), ...(needsCode ? ['a code by e-mail'] : [])]
  return asks.length === 0 ? 'Link' : `Link, with ${asks.join(' and ')}`
}

export const shareStates: Record<Share['state'], readonly [Standing, string]> = {
  open: ['go', 'Open'],
  expired: ['off', 'Run out'],
  revoked: ['off', 'Withdrawn'],
  used_up: ['off', 'Used up'],
  sent: ['seen', 'Sent'],
}

export const accessStates: Record<AccessRequest['state'], readonly [Standing, string]> = {
  asked: ['attention', 'Asks'],
  granted: ['go', 'Let in'],
  refused: ['off', 'Refused'],
  revoked: ['off', 'Taken back'],
  expired: ['off', 'Ended'],
}

export const visitWords: Record<string, string> = {
  opened: 'Opened it',
  downloaded: 'Saved the file',
  agreed: 'Agreed to the terms',
  wrong_password: 'Wrong password',
  code_sent: 'Asked for a code',
  wrong_code: 'Wrong code',
  proved: 'Gave the code from the e-mail',
}

/** A day, given to the end: whoever says *until Friday* means all of it. */
export const endOfDay = (day: string): string =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(Temporal.Now.timeZoneId()).toInstant().toString()

/** The last day of a span that ends at this moment: what ends at midnight ends with the day before. */
export const lastDayOf = (end: string): string =>
  readersDayOf(Temporal.Instant.from(end).subtract({ milliseconds: 1 }).toString())
