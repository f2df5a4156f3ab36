import { escaped, icon } from '../../../platform/outside/index.ts'
import { bigCall } from './phoneFacts.ts'
import type { PhoneFacts } from './phoneFacts.ts'
import { phoneWords } from './phoneWords.ts'

/** The answers, within reach of a thumb. The button names what is agreed. */
export function phoneFoot(facts: PhoneFacts): string {
  const { notice, locale, token } = facts
  if (notice.head.preliminary || (!notice.asks && notice.state !== 'problem')) return ''
  const words = phoneWords[locale]
  const time = notice.personal.call === null ? null : bigCall(facts)
  const plain = notice.task === 'release' ? words.understood : time === null ? words.confirmPlain : words.confirm(time)
  const shelf = `answer:${notice.id}`
  const form = (act: string, inner: string, more = '') =>
    `<form data-send="/v1/callsheet-links/${escaped(token)}/${act}" data-shelf="${shelf}"${more}><input type="hidden" name="noticeId" value="${notice.id}">${inner}</form>`
  const yes = (label: string) =>
    form('confirm', `<button class="btn go" data-do="confirm">${icon('check')}${escaped(label)}</button>`)
  const trouble = (label: string) =>
    `<button class="btn" type="button" data-do="trouble" data-show="#trouble" data-hide=".answers">${escaped(label)}</button>`
  const answers =
    notice.state === 'confirmed'
      ? notice.task === 'release'
        ? ''
        : trouble(words.changed)
      : notice.state === 'problem'
        ? `${yes(time === null ? words.confirmPlain : words.solves(time))}${trouble(words.still)}${form('take-back', `<button class="plain" data-do="back">${escaped(words.back)}</button>`)}`
        : `${yes(plain)}${notice.task === 'release' ? '' : trouble(words.problem)}`
  const reasons = Object.entries(words.reasons)
    .map(
      ([value, label]) =>
        `<label class="pick"><input type="radio" name="reason" value="${value}" required> ${escaped(label)}</label>`,
    )
    .join('')
  const tell = `<b>${escaped(words.what)}</b><div class="picks">${reasons}</div><label>${escaped(words.tell)}<textarea name="text" rows="2" maxlength="1000"></textarea></label>
<button class="btn go" type="submit">${escaped(words.send)}</button><button class="plain" type="button" data-show=".answers" data-hide="#trouble">${escaped(words.cancel)}</button>`
  return `<div class="foot"><div><p class="note" role="status" hidden></p><div class="answers">${answers}</div>${form('problem', tell, ' id="trouble" class="trouble" hidden')}</div></div>`
}
