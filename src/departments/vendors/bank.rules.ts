/** Letters and digits only, as banks compare them. */
export const plainAccount = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()

/** What may stand in a list: four characters, of a short number two. */
export function lastFour(account: string): string {
  const plain = plainAccount(account)
  return plain.slice(plain.length >= 8 ? -4 : -2)
}

/** Two letters, two check digits, then the account: moved to the end and read as one number, 1 remains of 97 (ISO 13616). */
export function isIban(text: string): boolean {
  const plain = plainAccount(text)
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(plain)) return false
  let rest = 0
  for (const letter of plain.slice(4) + plain.slice(0, 4))
    for (const digit of /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55))
      rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** Nine digits, weighted 3, 7, 1: a multiple of ten (American Bankers Association). */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  return [...text].reduce((sum, digit, at) => sum + Number(digit) * ([3, 7, 1][at % 3] ?? 0), 0) % 10 === 0
}

interface Account {
  readonly holder: string
  readonly account: string
  readonly bankCode: string
  readonly bankName: string
  readonly country: string | null
  readonly currency: string | null
}

export interface AccountFault {
  readonly field: keyof Account
  readonly code: 'no_holder' | 'no_account' | 'iban_wrong' | 'no_bank_code' | 'routing_wrong'
  readonly words: string
}

/** What cannot be paid into as it stands. */
export function accountFaults({ holder, account, bankCode, country }: Account): AccountFault[] {
  const plain = plainAccount(account)
  const looksIban = /^[A-Z]{2}\d{2}/.test(plain)
  const faults: AccountFault[] = []
  if (holder.trim() === '') faults.push({ field: 'holder', code: 'no_holder', words: 'Whose account is it?' })
  if (plain.length < 4) faults.push({ field: 'account', code: 'no_account', words: 'The account number is missing.' })
  else if (looksIban && !isIban(plain))
    faults.push({
      field: 'account',
      code: 'iban_wrong',
      words: 'This IBAN has a slipped digit: its check digits do not fit.',
    })
  else if (!looksIban && plainAccount(bankCode) === '')
    faults.push({
      field: 'bankCode',
      code: 'no_bank_code',
      words: 'An account number without an IBAN needs its routing number, sort code or BIC.',
    })
  if (country === 'US' && !looksIban && plainAccount(bankCode) !== '' && !isRoutingNumber(plainAccount(bankCode)))
    faults.push({
      field: 'bankCode',
      code: 'routing_wrong',
      words: 'A US routing number has nine digits that fit together.',
    })
  return faults
}

const digits = (number: string) => number.replaceAll(/\D/g, '').replace(/^00/, '')

/** Two ways of writing one number: the last nine digits decide. */
export const sameNumber = (a: string, b: string): boolean =>
  digits(a).length >= 5 && digits(a).slice(-9) === digits(b).slice(-9)

type CallFault = 'unknown_number' | 'no_source'

/**
 * The call goes to a number the office had before the change arrived. Another one counts only where the office had none at
 * all, and says where it was found: never in the message that brings the new account.
 */
export function callFault(
  called: string,
  { known, source }: { known: readonly string[]; source: string },
): CallFault | null {
  if (known.some((number) => sameNumber(number, called))) return null
  if (known.length > 0) return 'unknown_number'
  return source.trim() === '' ? 'no_source' : null
}
