import { amountOf, money } from '../../../kernel/money.ts'
import { dayIn, type Locale } from '../../../kernel/locale.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import { escaped, icon, lines as broken, outsidePage, standing } from '../../../platform/outside/index.ts'
import type { QuoteState } from './quote.rules.ts'
import { quoteWords } from './quote.words.ts'

interface Line {
  readonly id: string
  readonly item: string
  readonly unit: string
  readonly quantity: number
  readonly days: number | null
  readonly note: string | null
  /** What they answered, or their own last price to begin from. */
  readonly filled: {
    readonly unitPrice: number | null
    readonly quantity: number
    readonly days: number | null
    readonly discountPercent: number
    readonly note: string | null
  }
}

export interface QuotePage {
  readonly token: string
  readonly locale: Locale
  readonly office: string
  readonly production: string
  readonly vendor: string
  readonly title: string
  readonly what: string
  readonly days: string | null
  readonly deliver: string | null
  readonly answerBy: string
  readonly state: QuoteState
  readonly closed: 'late' | 'decided' | 'withdrawn' | null
  readonly isSent: boolean
  readonly told?: { readonly kind: 'ok' | 'bad'; readonly text: string } | undefined
  readonly currency: string
  readonly lines: readonly Line[]
  readonly deliveryMinor: number | null
  readonly taxPercent: number | null
  readonly validUntil: string | null
  readonly note: string | null
  readonly hasFile: boolean
}

const value = (it: string | number | null) => (it === null || it === '' ? '' : ` value="${escaped(String(it))}"`)
const number = (name: string, label: string, it: number | null, more = 'min="0" step="any"') =>
  `<label class="field">${escaped(label)}<input name="${name}" type="number" inputmode="decimal" data-type="number" ${more}${value(it)}></label>`

/** What is wanted, then the same columns for everybody; on a phone one line under another, at a desk side by side. */
export function quotePageOf(page: QuotePage): string {
  const words = quoteWords[page.locale]
  const facts = [
    [words.days, page.days],
    [words.deliver, page.deliver],
    [words.answerBy, page.answerBy],
  ]
    .flatMap(([name, text]) => (text ? [`<dt>${escaped(name ?? '')}</dt><dd>${escaped(text)}</dd>`] : []))
    .join('')
  const head = `<section><h1 class="title">${escaped(page.title)}</h1><p class="muted">${escaped(words.for(page.office, page.production))}</p>${page.what === '' ? '' : `<p>${broken(page.what)}</p>`}<dl class="facts">${facts}</dl></section>`
  const over = page.closed === null ? '' : standing('chg', ...words.over[page.closed])
  const stands =
    page.state === 'answered' || page.isSent
      ? page.state === 'declined'
        ? standing('ok', words.declined, words.declinedText)
        : standing('ok', words.sent, words.sentText)
      : page.state === 'declined'
        ? standing('chg', words.declined, words.declinedText)
        : ''
  const body = `<main class="page quotepage">${head}${over}${page.closed === null ? stands : ''}${page.told ? standing(page.told.kind, page.told.text) : ''}${page.closed === null ? form(page) : ''}</main>`
  return outsidePage({
    locale: page.locale,
    title: `${words.heading}: ${page.title}`,
    body,
    styles: ['/quotes/quote.css'],
    say: { waiting: words.waiting, refused: words.refused, reload: words.reload },
  })
}

function form(page: QuotePage): string {
  const words = quoteWords[page.locale]
  const { token, currency } = page
  const wanted = page.lines.map(({ id, item, unit, quantity, days, note, filled }) => {
    const name = (part: string) => `lines.${id}.${part}`
    const charged = days === null ? '' : number(name('days'), words.charged, filled.days, 'min="0.1" step="0.1"')
    return `<section class="quoteline"><h2>${escaped(item)} <span class="muted">${escaped(words.wanted(String(quantity), unit, days === null ? null : String(days)))}</span></h2>${note === null ? '' : `<p class="muted">${escaped(note)}</p>`}
<div class="cells">${number(name('unitPrice'), words.unit(unit), filled.unitPrice)}${number(name('quantity'), words.quantity, filled.quantity, 'min="0.001" step="any"')}${charged}${number(name('discountPercent'), words.discount, filled.discountPercent || null, 'min="0" max="100" step="0.01"')}<label class="field">${escaped(words.lineNote)}<input name="${name('note')}" data-empty="null" maxlength="300"${value(filled.note)}></label></div></section>`
  })
  const delivery = page.deliveryMinor === null ? null : amountOf(money(page.deliveryMinor, currency))
  return `<form id="quote" data-send="/v1/quote-links/${escaped(token)}/answer" data-shelf="quote:${escaped(token.slice(0, 22))}" data-then="/q/${escaped(token)}?sent=1">
<section><p class="muted">${escaped(words.skip)}</p><label class="field">${escaped(words.currency)}<input name="currency" required maxlength="3"${value(currency)}></label></section>
${wanted.join('')}
<section><div class="cells">${number('delivery', words.delivery, delivery)}${number('taxPercent', words.tax, page.taxPercent, 'min="0" max="100" step="0.01"')}<label class="field">${escaped(words.valid)}<input name="validUntil" type="date" data-empty="null"${value(page.validUntil)}></label></div><label class="field">${escaped(words.note)}<textarea name="note" rows="2" maxlength="2000" data-empty="null">${escaped(page.note ?? '')}</textarea></label>
<p class="note" role="status" hidden></p><p><button class="btn go" type="submit">${icon('check')}${escaped(page.state === 'answered' ? words.again : words.send)}</button></p></section></form>
<section><form method="post" action="/q/${escaped(token)}" enctype="multipart/form-data"><label class="field">${escaped(words.attach)}${page.hasFile ? `<small>${escaped(words.attached)}</small>` : ''}<input type="file" name="file" required accept="application/pdf,image/*"></label><p><button class="btn" type="submit">${escaped(words.attachSend)}</button></p></form></section>
${page.state === 'asked' ? `<section><form data-send="/v1/quote-links/${escaped(token)}/answer" data-shelf="decline:${escaped(token.slice(0, 22))}" data-then="/q/${escaped(token)}?sent=1"><input type="checkbox" name="declines" checked hidden><p class="note" role="status" hidden></p><button class="plain" type="submit">${escaped(words.decline)}</button></form></section>` : ''}`
}

export const daysText = (fromOn: string | null, untilOn: string | null, locale: Locale = 'en'): string | null =>
  fromOn === null && untilOn === null
    ? null
    : [fromOn, untilOn === fromOn ? null : untilOn]
        .flatMap((it) => (it === null ? [] : [dayIn(locale, it as PlainDay, { year: true })]))
        .join(' – ')
