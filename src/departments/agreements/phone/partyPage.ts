import { escaped, icon, outsidePage, standing } from '../../../platform/outside/index.ts'
import type { AgreementRow } from '../agreement.store.ts'
import type { PartyRow } from '../party.store.ts'
import { holdsUp, signs } from '../kinds.rules.ts'
import { withAnswers, type Content } from '../text.rules.ts'
import { field, fullText, inShort, offlineBand, photoPart, signaturePad, signing } from './parts.ts'
import { paymentAhead, paymentSteps } from './payment.ts'
import { signWords, type SignWords } from './words.ts'

interface PartyFacts {
  readonly token: string
  readonly row: AgreementRow
  readonly party: PartyRow
  /** It is their turn, or they have had it. Before that the page holds nothing of the paper. */
  readonly mayRead: boolean
  readonly isTurn: boolean
  readonly when: string
}

const page = (facts: PartyFacts, title: string, body: string) => {
  const words = signWords[facts.row.language]
  return outsidePage({
    locale: facts.row.language,
    title,
    body,
    ...signing,
    keeps: '/a/',
    say: { waiting: words.offline, refused: words.refused, reload: words.back },
  })
}

const closed = (facts: PartyFacts, title: string, line: string) =>
  page(facts, title, `<main class="gone"><h1>${escaped(title)}</h1><p>${escaped(line)}</p></main>`)

/** A party's own page: in short, the full text, their fields, their name, their signature. */
export function partyPage(facts: PartyFacts): string {
  const { row, party, token, mayRead } = facts
  const words = signWords[row.language]
  if (row.state !== 'pending' && row.state !== 'executed') return closed(facts, words.ended, words.endedLine)
  if (!mayRead || row.content === null) return closed(facts, words.notYet, words.notYetLine)
  const content = withAnswers(row.content, party.answers)
  const head = `<section class="top"><h1>${escaped(content.title)}</h1><div class="muted">${escaped(content.between)}</div><div class="muted">${escaped(row.number)}</div></section>`
  const body = [
    offlineBand(words),
    party.state === 'done' ? done(facts, words) + paymentSteps(facts) : '',
    head,
    inShort(content, words),
    fullText(content, words),
    facts.isTurn && party.state !== 'done' && holdsUp(party.role)
      ? form(facts, words, content)
      : readOnly(facts, words),
  ].join('')
  const opened = `/v1/agreement-links/${token}/opened`
  return page(facts, content.title, `<main class="page" data-opened="${escaped(opened)}">${body}</main>`)
}

const readOnly = ({ party }: PartyFacts, words: SignWords): string =>
  holdsUp(party.role) ? '' : `<section class="muted">${escaped(words.readOnly)}</section>`

function done({ row, token, when }: PartyFacts, words: SignWords): string {
  const file =
    row.sealed_file_id === null
      ? `<section class="muted">${escaped(row.state === 'executed' ? words.sealing : words.others)}</section>`
      : `<section><a class="line" href="/a/${escaped(token)}/paper.pdf">${icon('file')}<div class="grow"><b>${escaped(words.download)}</b></div>${icon('down')}</a></section>`
  return standing('ok', words.signedAt.replace('{when}', when)) + file
}

function form({ row, party, token }: PartyFacts, words: SignWords, content: Content): string {
  const own = content.fields.map((it) =>
    field(
      it.label,
      `answers.${it.key}`,
      `value="${escaped(it.value)}" data-answer="${escaped(it.key)}" maxlength="2000"`,
    ),
  )
  const path = `/v1/agreement-links/${token}`
  const needsCode = row.asks_code && party.role !== 'in_person' && party.code_given_at === null
  const action =
    party.role === 'approver' ? words.doApprove : row.kind.endsWith('release') ? words.doSign : words.doSignPaper
  return `<form class="signing" data-signing="party" data-path="${escaped(`${path}/sign`)}" data-answers="${escaped(`${path}/answers`)}" data-seen="${row.content_sha256}" data-words="${escaped(JSON.stringify(words))}" novalidate>
${own.length === 0 ? '' : `<section><h2>${escaped(words.ask)}</h2>${own.join('')}</section>`}
<section>${field(words.yourName, 'name', `value="${escaped(party.name)}" autocomplete="name" required maxlength="120"`)}
<div data-differs hidden><p class="note">${escaped(words.nameDiffers.replace('{name}', party.name))}</p>${[
    'spelling',
    'married',
    'legal',
    'notMe',
  ]
    .map(
      (it) =>
        `<label class="pick"><input type="radio" name="nameReason" value="${it}"> ${escaped(words[it as 'spelling'])}</label>`,
    )
    .join('')}<p class="note" data-notme hidden>${escaped(words.notMeLine)}</p></div></section>
${row.kind === 'talent_release' || row.kind === 'minor_release' ? photoPart(words) : ''}
${signs(party.role) ? signaturePad(words) : ''}
${paymentAhead(row, party)}${needsCode ? `<section data-code><h2>${escaped(words.code)}</h2><div class="two"><button type="button" class="btn" data-sendcode="${escaped(`${path}/code`)}">${escaped(words.sendCode)}</button></div>${field(words.code, 'code', 'inputmode="numeric" autocomplete="one-time-code" maxlength="6"')}<p class="muted" data-codesent></p></section>` : ''}
<div class="foot"><div><p class="note" role="alert" hidden data-note></p><button class="btn go" type="submit">${escaped(action)}</button>
<button type="button" class="plain" data-show="#decline">${escaped(words.decline)}</button><div class="safe">${escaped(words.safe)}</div></div></div>
</form>
<form id="decline" class="foot decline" hidden data-send="${escaped(`${path}/decline`)}"><div><label class="field"><span>${escaped(words.declineWhy)}</span><textarea name="reason" rows="3" maxlength="1000"></textarea></label><p class="note" hidden></p>
<button class="btn" type="submit">${escaped(words.doDecline)}</button><button type="button" class="plain" data-hide="#decline">${escaped(words.back)}</button></div></form>`
}
