import { masked } from '../../../kernel/words.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { escaped, icon, outsidePage, section, standing } from '../../../platform/outside/index.ts'
import type { ProposalField } from '../proposal.rules.ts'
import { vendorWords } from './vendor.words.ts'

interface Paper {
  readonly kindId: string
  readonly kind: string
  readonly standing: string
  readonly expires: boolean
  readonly reason: string | null
}

export interface VendorPage {
  readonly token: string
  readonly locale: Locale
  readonly office: string
  readonly name: string
  readonly isSent: boolean
  readonly told?: { readonly kind: 'ok' | 'bad'; readonly text: string } | undefined
  /** What is on file; shown so that a stranger with the link learns nothing they could use. */
  readonly onFile: Partial<Record<ProposalField, string>>
  readonly items: readonly {
    readonly field: ProposalField
    readonly state: 'open' | 'accepted' | 'returned'
    readonly reason: string | null
  }[]
  readonly papers: readonly Paper[]
}

/** What may be read by whoever holds the link: names and terms as they are, the rest by its ends. */
const shownOnFile = (field: ProposalField, text: string): string =>
  field === 'email' || field === 'phone'
    ? text.split(', ').map(masked).join(', ')
    : field === 'address'
      ? masked(text)
      : text

interface Look {
  readonly type?: string
  readonly hint?: string | undefined
  readonly autocomplete?: string
  readonly isNumber?: boolean
  readonly most?: number
}

const field = (name: string, label: string, { type = 'text', hint, autocomplete, isNumber, most }: Look = {}): string =>
  `<label class="field">${escaped(label)}${hint === undefined ? '' : `<small>${escaped(hint)}</small>`}<input name="${name}" type="${type}"${isNumber ? ' data-type="number" min="0" max="365"' : ' data-empty="null"'}${most === undefined ? '' : ` maxlength="${most}"`} autocomplete="${autocomplete ?? 'off'}"></label>`

/** Details first, then papers: each a plain form. Whole without a script but for the sending of the details. */
export function vendorPageOf(page: VendorPage): string {
  const { token, locale, office, name, items, onFile } = page
  const words = vendorWords[locale]
  const hint = (of: ProposalField): string | undefined => {
    const text = onFile[of]
    return text === undefined ? undefined : words.onFile(shownOnFile(of, text))
  }
  const returned = items.filter(({ state }) => state === 'returned')
  const stands = items
    .filter(({ state }) => state !== 'returned')
    .map(
      (it) =>
        `<li>${escaped(words.fields[it.field])} <span class="muted">${escaped(it.state === 'accepted' ? words.accepted : words.open)}</span></li>`,
    )
    .join('')
  const body = `<main class="page broad" data-opened="/v1/vendor-links/${escaped(token)}/opened"><section><h1 class="title">${escaped(words.heading)}</h1><p>${escaped(name)}</p><p class="muted">${escaped(words.lead(office))}</p></section>
${page.isSent ? standing('ok', words.sent, words.sentText) : ''}${page.told ? standing(page.told.kind, page.told.text) : ''}
${returned.map((it) => standing('chg', `${words.again}: ${words.fields[it.field]}`, it.reason ?? '')).join('')}
${section(words.stands, stands === '' ? '' : `<ul>${stands}</ul>`)}
<form id="details" data-send="/v1/vendor-links/${escaped(token)}/answers" data-shelf="vendor:${escaped(token.slice(0, 22))}" data-unkept data-then="/v/${escaped(token)}?sent=1">
<section><h2>${escaped(words.about)}</h2><div class="fields pair">${field('legalName', words.fields.legalName, { hint: hint('legalName'), autocomplete: 'organization' })}${field('address', words.fields.address, { hint: hint('address'), autocomplete: 'street-address' })}${field('website', words.fields.website, { hint: hint('website'), autocomplete: 'url' })}${field('email', words.fields.email, { hint: hint('email'), type: 'email', autocomplete: 'email' })}${field('phone', words.fields.phone, { hint: hint('phone'), type: 'tel', autocomplete: 'tel' })}</div></section>
<section><h2>${escaped(words.fields.contact)}</h2><div class="fields pair">${field('contact.name', words.name)}${field('contact.does', words.does)}${field('contact.email', words.fields.email, { type: 'email' })}${field('contact.phone', words.fields.phone, { type: 'tel' })}</div></section>
<section><h2>${escaped(words.paid)}</h2><p class="muted">${escaped(words.bankWhy)}</p><div class="fields pair">${field('bank.holder', words.holder)}${field('bank.account', words.account, { hint: hint('bank') })}${field('bank.bankCode', words.bankCode)}${field('bank.bankName', words.bankName)}${field('bank.country', words.country, { most: 2 })}${field('tax.kind', words.taxKind)}${field('tax.id', words.fields.tax, { hint: hint('tax') })}${field('paymentDays', words.days, { type: 'number', isNumber: true, hint: hint('terms') })}${field('currency', words.currency, { most: 3 })}</div></section>
<section><label class="field">${escaped(words.note)}<textarea name="note" rows="2" maxlength="2000" data-empty="null"></textarea></label><p class="note" role="status" hidden></p><p><button class="btn go" type="submit">${icon('check')}${escaped(words.send)}</button></p></section>
</form>${papersPart(page)}</main>`
  return outsidePage({
    locale,
    title: `${words.heading}, ${name}`,
    body,
    say: { waiting: words.waiting, refused: words.refused, reload: words.reload },
  })
}

function papersPart({ token, locale, papers }: VendorPage): string {
  const words = vendorWords[locale]
  const isDone = ({ standing: it }: Paper) => it === 'in_order' || it === 'in_review'
  const done = papers
    .filter(isDone)
    .map(
      ({ kind, standing: it }) =>
        `<li>${escaped(kind)} <span class="muted">${escaped(it === 'in_review' ? words.paperReview : words.paperAccepted)}</span></li>`,
    )
  const forms = papers
    .filter((it) => !isDone(it))
    .map(
      (
        it,
      ) => `<section id="papers"><h2>${escaped(it.kind)}</h2>${it.reason === null ? '' : standing('chg', words.again, it.reason)}
<form method="post" action="/v/${escaped(token)}" enctype="multipart/form-data"><input type="hidden" name="kind" value="${escaped(it.kindId)}"><div class="fields"><label class="field">${escaped(words.file)}<input type="file" name="file" required accept="application/pdf,image/*"></label>
${it.expires ? `<label class="field">${escaped(words.ends)}<input type="date" name="ends" required></label>` : ''}<button class="btn" type="submit">${escaped(words.handIn(it.kind))}</button></div></form></section>`,
    )
  return `${forms.join('')}${section(words.papers, done.length === 0 ? '' : `<ul>${done.join('')}</ul>`)}`
}
