import { escaped, icon, standing } from '../../../platform/outside/index.ts'
import type { AgreementRow } from '../agreement.store.ts'
import type { PartyRow } from '../party.store.ts'
import { asksHowToPay } from '../payment.rules.ts'
import { field } from './parts.ts'
import { paymentWords, type PaymentWords } from './payment.words.ts'

interface Facts {
  readonly token: string
  readonly row: AgreementRow
  readonly party: PartyRow
}

/** Said before somebody signs, so that they have at hand what is asked for next. */
export function paymentAhead(row: AgreementRow, party: PartyRow): string {
  if (!asksHowToPay(row, { ...party, state: 'done' })) return ''
  const words = paymentWords(row.language)
  return `<section class="muted">${escaped(words.ahead)}</section>`
}

/** After the signature, one step each: tax form, then bank details. What has come is only said to have come. */
export function paymentSteps({ token, row, party }: Facts): string {
  if (!asksHowToPay(row, party)) return ''
  const words = paymentWords(row.language)
  const [taxed, banked] = [party.tax_given_at !== null, party.bank_given_at !== null]
  const steps = [
    step({ words, title: words.tax, isGiven: taxed, isOpen: !taxed, id: 'tax', form: taxForm(token, words, party) }),
    step({
      words,
      title: words.bank,
      isGiven: banked,
      isOpen: taxed && !banked,
      id: 'bank',
      form: bankForm(token, words, party),
    }),
  ].join('')
  if (taxed && banked) return standing('ok', words.all) + steps
  return `<section id="payment"><h2>${escaped(words.heading)}</h2><p class="muted">${escaped(words.why)}</p></section>${steps}`
}

interface Step {
  readonly words: PaymentWords
  readonly title: string
  readonly isGiven: boolean
  readonly isOpen: boolean
  readonly id: string
  readonly form: string
}

const step = ({ words, title, isGiven, isOpen, id, form }: Step): string =>
  `<section class="step" data-step="${id}"><h2>${isGiven ? icon('check') : ''}${escaped(title)}</h2>${
    isGiven ? `<p class="muted">${escaped(words.received)}</p>` : ''
  }${
    isOpen
      ? form
      : `<button type="button" class="text" data-show="#${id}-part" data-hide="#${id}-open" id="${id}-open">${escaped(isGiven ? words.again : words.now)}</button><div id="${id}-part" hidden>${form}</div>`
  }</section>`

const choose = (label: string, name: string, choices: Readonly<Record<string, string>>): string =>
  `<label class="field"><span>${escaped(label)}</span><select name="${name}">${Object.entries(choices)
    .map(([value, word]) => `<option value="${escaped(value)}">${escaped(word)}</option>`)
    .join('')}</select></label>`

const sending = (path: string, token: string, shelf: string): string =>
  `data-send="/v1/agreement-links/${escaped(token)}/${path}" data-shelf="${shelf}:${escaped(token.slice(0, 22))}" data-unkept autocomplete="off" novalidate`

/** What the signer has just written stands in the next form too, to be changed where it differs. */
const written = (value: string | null | undefined): string => (value ? ` value="${escaped(value)}"` : '')
const nameOf = ({ signed_name, name }: PartyRow) => signed_name ?? name

const taxForm = (token: string, words: PaymentWords, party: PartyRow): string => `<form ${sending('tax', token, 'tax')}>
${field(words.country, 'country', `required maxlength="2" autocomplete="country" autocapitalize="characters" placeholder="US"`, words.countryNote)}
${field(words.legalName, 'legalName', `required maxlength="140" autocomplete="name"${written(nameOf(party))}`, words.legalNote)}
${choose(words.standing, 'standing', words.standings)}
${field(words.address, 'address', `required maxlength="300" autocomplete="street-address"${written(party.answers['address'])}`)}
<div class="two">${field(words.kind, 'kind', `required maxlength="40" placeholder="${escaped(words.kindExample)}"`)}${field(words.id, 'id', 'required maxlength="40" autocapitalize="characters"')}</div>
<label class="pick"><input type="checkbox" name="certified"><span>${escaped(words.certify)}</span></label>
<p class="note" role="alert" hidden></p><button class="btn go" type="submit">${escaped(words.sendTax)}</button></form>`

const bankForm = (
  token: string,
  words: PaymentWords,
  party: PartyRow,
): string => `<form ${sending('account', token, 'bank')}>
${field(words.holder, 'holder', `required maxlength="140" autocomplete="name"${written(nameOf(party))}`)}
${field(words.account, 'account', 'required maxlength="60" autocapitalize="characters"')}
${field(words.bankCode, 'bankCode', 'maxlength="40" autocapitalize="characters"', words.bankCodeNote)}
<div class="two">${field(words.bankName, 'bankName', 'maxlength="120"')}${field(words.bankCountry, 'country', 'maxlength="2" autocapitalize="characters"')}</div>
<p class="muted">${escaped(words.call)}</p>
<p class="note" role="alert" hidden></p><button class="btn go" type="submit">${escaped(words.sendBank)}</button></form>`
