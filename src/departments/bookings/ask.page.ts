import { money, plainText } from '../../kernel/money.ts'
import { momentIn, type Locale } from '../../kernel/locale.ts'
import { escaped, lines, outsidePage, section, standing } from '../../platform/outside/index.ts'
import { standsOpen, type takenStands } from './ask.rules.ts'
import type { AskRow, PersonRow } from './ask.store.ts'
import { askWords, type AskWords } from './ask.words.ts'

interface Shown {
  readonly token: string
  readonly locale: Locale
  readonly production: string
  readonly name: string
  readonly ask: AskRow
  readonly person: PersonRow
  readonly now: Temporal.Instant
  /** How the days stand of whoever was taken. */
  readonly taken: ReturnType<typeof takenStands>
}

/** What one person is asked, on their phone: what and when first, then what it pays, then the answers within reach. */
export function askPage({ token, locale, production, name, ask, person, now, taken }: Shown): string {
  const words = askWords[locale]
  const found = standsOpen(ask, { state: person.state, answerBy: person.answer_by }, now)
  const stands = found === 'won' && taken === 'released' ? 'closed' : found
  const head = `<section><p class="muted">${escaped(production)} · ${escaped(name)}</p><p class="muted">${escaped(ask.kind === 'job' ? words.forJob : words.forDays)}</p><h1>${escaped(ask.title)}</h1></section>`
  const days = section(words.days, `<p>${ask.dates.map((day) => escaped(words.dates([day]))).join('<br>')}</p>`)
  // Who was taken was taken on what they asked for, where they asked for something else.
  const terms = stands === 'won' ? (person.theirs ?? person.offer) : person.offer
  const offer =
    ask.kind === 'job' && terms !== null
      ? section(stands === 'won' ? words.agreed : words.offer, `<p>${escaped(words.terms(terms))}</p>`)
      : ''
  const message = ask.message === '' ? '' : section(words.says, `<p>${lines(ask.message)}</p>`)
  const hasAnswered = stands === 'open' && isAnswer(person.state)
  const clock = hasAnswered
    ? said(words, person, momentIn(locale, person.answer_by, ask.zone))
    : stands === 'open'
      ? `<section class="chg"><h2>${escaped(words.answerBy)}</h2><p><b>${escaped(momentIn(locale, person.answer_by, ask.zone))}</b> <span class="muted" data-until="${person.answer_by.epochMilliseconds}"></span></p></section>`
      : standing(
          stands === 'won' ? 'ok' : 'chg',
          ...(stands === 'won' ? words.won[taken === 'confirmed' ? 'confirmed' : 'hold'] : words.over[stands]),
        )
  const means = section(
    '',
    `<p class="muted">${escaped(ask.kind === 'availability' ? words.means.availability : words.means[ask.win_as])}</p>`,
  )
  const answers = stands === 'open' ? answerForms(words, token, person) : { foot: '', forms: '' }
  const body = `<main class="page" data-opened="/v1/ask-links/${escaped(token)}/opened">${head}${clock}${days}${offer}${message}${stands === 'open' && !hasAnswered ? means : ''}${answers.forms}</main>${answers.foot}`
  return outsidePage({ locale, title: `${ask.title}, ${production}`, body, say: words.kept })
}

const isAnswer = (state: PersonRow['state']): state is 'yes' | 'yes_if' | 'counter' | 'no' =>
  state === 'yes' || state === 'yes_if' || state === 'counter' || state === 'no'

/** What somebody answered, and until when they may think again: nothing that looks as if it still waited for them. */
function said(words: AskWords, { state, words: mine, theirs }: PersonRow, until: string): string {
  if (!isAnswer(state)) return ''
  const detail = [theirs === null ? '' : words.terms(theirs), mine].filter(Boolean).join(' · ')
  const means = state === 'no' ? words.changedMind : words.weTellYou(until)
  return standing('ok', words.mine[state], [detail, means].filter(Boolean).join(' · '))
}

/** What is said with one tap stays within reach; what takes words opens in the page. */
function answerForms(words: AskWords, token: string, { offer, state }: PersonRow) {
  const action = `/v1/ask-links/${escaped(token)}/answer`
  const form = (id: string, inside: string, look: '' | 'hidden' = 'hidden') =>
    `<form id="${id}" data-send="${action}" data-shelf="ask-${escaped(token.slice(0, 12))}" ${look}>${inside}</form>`
  const button = (answer: string, label: string, look = '') =>
    `<button class="btn ${look}" name="answer" value="${answer}">${escaped(label)}</button>`
  const opens = (id: string, label: string) =>
    `<button class="btn" type="button" data-show="#${id}" data-hide=".foot">${escaped(label)}</button>`
  const number = (name: string, label: string, value: string) =>
    `<label class="field">${escaped(label)}<input name="terms.${name}" type="number" inputmode="decimal" step="any" min="0" data-type="number" value="${escaped(value)}"></label>`
  const text = (name: string, label: string, value = '') =>
    `<label class="field">${escaped(label)}<input name="${name}" value="${escaped(value)}"></label>`
  const currency = offer?.currency ?? 'EUR'
  const amount = (minor: number | null | undefined) => (minor == null ? '' : plainText(money(minor, currency)))
  const has = isAnswer(state)
  const plain = form(
    'plain',
    `<p class="note" hidden role="status"></p>${state === 'yes' ? '' : button('yes', words.yes, has ? '' : 'go')}${opens('if', words.yesIf)}${opens('other', words.other)}${state === 'no' ? '' : button('no', words.no)}`,
    has ? 'hidden' : '',
  )
  const again = has
    ? `<button class="btn" type="button" data-show="#plain" data-hide="#again" id="again">${escaped(words.otherwise)}</button>`
    : ''
  const back = `<button class="btn" type="button" data-show=".foot" data-hide="#if,#other">${escaped(words.back)}</button>`
  const yesIf = form(
    'if',
    `<label class="field">${escaped(words.dependsOn)}<textarea name="words" rows="3"></textarea></label>${button('yes_if', words.send, 'go')}${back}`,
  )
  const other = form(
    'other',
    `${number('rate', `${words.rate} (${currency})`, amount(offer?.amount))}${number('hours', words.hours, offer?.guaranteedHours?.toString() ?? '')}${number('kit', words.kit, amount(offer?.kitFee))}${text('terms.overtime', words.overtime, offer?.overtime)}${text('terms.travel', words.travel, offer?.travel)}${text('words', words.remark)}${button('counter', words.send, 'go')}${back}`,
  )
  return {
    foot: `<div class="foot">${again}${plain}</div>`,
    forms: `<section class="answers">${yesIf}${other}</section>`,
  }
}
