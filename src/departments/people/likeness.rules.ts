import type { ContactDraft } from './draft.contract.ts'

/** How alike two records are, 0 to 100, and why in words that can be shown. */
interface Likeness {
  readonly score: number
  readonly reasons: readonly string[]
}

/** From here on two records are shown as a possible duplicate. */
export const POSSIBLE_DUPLICATE = 60
/** From here on an import proposes to complete the record that is there rather than to ask. */
export const ALMOST_CERTAIN = 90

const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
const TITLES = new Set(
  'mr mrs ms mx miss dr prof sir dame herr frau dipl ing jr sr ii iii phd md ba ma asc bsc csc'.split(' '),
)
const LEGAL_FORMS = new Set(
  'ltd limited llc llp inc incorporated corp corporation co company gmbh ag kg ohg ug mbh sarl sas sa srl spa bv nv oy ab as aps plc pty kft sro doo the und and'.split(
    ' ',
  ),
)
const SHARED_MAILBOXES = new Set(
  'info office hello contact mail post team admin production productions casting bookings booking crew accounts kontakt buero sekretariat agency studio'.split(
    ' ',
  ),
)

/** Lower case, no accents, no punctuation: the form in which names are compared. Other scripts keep their letters. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a name that carry it: titles and suffixes fall away unless nothing else is left. */
export function nameTokens(name: string, kind: ContactDraft['kind'] = 'person'): string[] {
  const all = fold(name).split(' ').filter(Boolean)
  const noise = kind === 'company' ? LEGAL_FORMS : TITLES
  const kept = all.filter((word) => !noise.has(word))
  return kept.length > 0 ? kept : all
}

/** One spelling for "Zoë Müller" and "MULLER, Zoe": what the database looks equal names up by. */
export const nameKey = (name: string, kind: ContactDraft['kind'] = 'person'): string =>
  nameTokens(name, kind).sort().join(' ')

export const emailKey = (address: string): string => address.trim().toLowerCase()

/** The last nine digits without extension or trunk prefix, so "+44 7700 900123" and "07700 900123" meet. */
export function phoneKey(number: string): string {
  const digits = dialled(number).replace(/^0+/, '')
  return digits.length > 9 ? digits.slice(-9) : digits
}

const dialled = (number: string): string =>
  number
    .replace(/(?:ext\.?|x|;ext=|durchwahl|#)\s*\d+\s*$/i, '')
    .replace(/\(0\)/, '')
    .replace(/\D/g, '')

/** Two numbers that end alike but name different countries are different numbers. */
export function samePhone(a: string, b: string): boolean {
  const key = phoneKey(a)
  if (key.length < 6 || key !== phoneKey(b)) return false
  const abroad = [a, b].map((number) => (/^\s*(\+|00)/.test(number) ? dialled(number).replace(/^00/, '') : null))
  return abroad[0] === null || abroad[1] === null || abroad[0] === abroad[1]
}

/** Jaro-Winkler likeness of two words, 0 to 1: forgiving of a slipped letter, strict on short words. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [one, two] = [Array.from(a), Array.from(b)]
  const reach = Math.max(0, Math.floor(Math.max(one.length, two.length) / 2) - 1)
  const taken = new Set<number>()
  const matched: string[] = []
  for (const [index, letter] of one.entries()) {
    for (let at = Math.max(0, index - reach); at <= Math.min(two.length - 1, index + reach); at++) {
      if (taken.has(at) || two[at] !== letter) continue
      taken.add(at)
      matched.push(letter)
      break
    }
  }
  if (matched.length === 0) return 0
  const there = [...taken].sort((x, y) => x - y).map((at) => two[at])
  const swapped = matched.filter((letter, index) => letter !== there[index]).length / 2
  const m = matched.length
  const jaro = (m / one.length + m / two.length + (m - swapped) / m) / 3
  let prefix = 0
  while (prefix < 4 && one[prefix] !== undefined && one[prefix] === two[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

function pairLikeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.85 : 0
  const like = wordLikeness(a, b)
  return like >= 0.88 ? like : 0
}

/**
 * Likeness of two names, 0 to 1, whatever the order of first and last name.
 * `nameLikeness('Ana María López', 'lopez ana maria')` is 1; a middle name that one side leaves out costs little.
 */
export function nameLikeness(a: string, b: string, kind: ContactDraft['kind'] = 'person'): number {
  const [short, long] = [nameTokens(a, kind), nameTokens(b, kind)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ]
  if (short.length === 0) return 0
  if (short.join('') === long.join('')) return 1
  const free = [...long]
  let sum = 0
  for (const word of short) {
    const scores = free.map((other) => pairLikeness(word, other))
    const best = Math.max(0, ...scores)
    if (best > 0) free.splice(scores.indexOf(best), 1)
    sum += best
  }
  const mean = sum / short.length
  if (short.length === 1 && long.length > 1) return mean * 0.6
  return Math.max(0, mean - 0.04 * (long.length - short.length))
}

const isShared = (address: string): boolean => SHARED_MAILBOXES.has(emailKey(address).split('@')[0] ?? '')

/**
 * Says whether two records may be the same person or company.
 * A shared address with a different name is weak (two people at one desk); two birthdays settle it the other way.
 */
export function likeness(a: ContactDraft, b: ContactDraft): Likeness {
  if (a.kind !== b.kind) return { score: 0, reasons: [] }
  const names = Math.max(
    ...[a.name, ...a.otherNames].flatMap((one) =>
      [b.name, ...b.otherNames].map((two) => nameLikeness(one, two, a.kind)),
    ),
  )
  const email = a.emails.find((one) => b.emails.some((two) => emailKey(one.value) === emailKey(two.value)))
  const phone = a.phones.find((one) => b.phones.some((two) => samePhone(one.value, two.value)))
  const reasons = [
    ...(email ? [`Same e-mail, ${email.value}`] : []),
    ...(phone ? [`Same phone, ${phone.value}`] : []),
    ...(names === 1 ? ['Same name'] : names >= 0.8 ? [`Similar name, ${a.name} and ${b.name}`] : []),
  ]
  const sameCompany =
    a.companyName !== null &&
    b.companyName !== null &&
    nameKey(a.companyName, 'company') === nameKey(b.companyName, 'company')
  if (sameCompany && reasons.length > 0) reasons.push(`Both at ${a.companyName}`)
  const score = scoreOf(
    names,
    email ? (isShared(email.value) ? 'shared' : 'own') : 'none',
    phone !== undefined,
    sameCompany,
    contradict(a, b),
  )
  if (a.birthDate !== null && b.birthDate !== null && a.birthDate !== b.birthDate)
    return { score: Math.min(score, 40), reasons: [...reasons, 'Different dates of birth'] }
  return { score, reasons }
}

const contradict = (a: ContactDraft, b: ContactDraft): boolean =>
  (a.emails.length > 0 && b.emails.length > 0) || (a.phones.length > 0 && b.phones.length > 0)

/** The table of evidence. The first line that holds decides. */
function scoreOf(
  names: number,
  email: 'own' | 'shared' | 'none',
  phone: boolean,
  sameCompany: boolean,
  otherwise: boolean,
): number {
  const table: readonly (readonly [boolean, number])[] = [
    [names >= 0.8 && email !== 'none' && phone, 100],
    [names >= 0.8 && email === 'own', 98],
    [names >= 0.8 && phone, 95],
    [names >= 0.8 && email === 'shared', 90],
    [email === 'own' && phone, 85],
    [names >= 0.97 && sameCompany, 84],
    [names >= 0.5 && (email === 'own' || phone), 80],
    [email === 'own', 70],
    [names >= 0.97 && !otherwise, 75],
    [names >= 0.97, 65],
    [names >= 0.9 && sameCompany, 72],
    [names >= 0.9 && !otherwise, 62],
    [names >= 0.9, 55],
    [phone, 40],
    [email === 'shared', 20],
  ]
  return table.find(([holds]) => holds)?.[1] ?? 0
}
