import type { Locale } from '../../../kernel/locale.ts'
import { escaped, icon, lines, outsidePage, section, standing } from '../../../platform/outside/index.ts'
import { breakdownLines } from '../breakdown.rules.ts'
import type { Role } from '../role.contract.ts'
import { callWords } from './call.words.ts'
import { area, field, uploads } from './fields.ts'

interface CallPage {
  readonly token: string
  readonly locale: Locale
  readonly role: Role
  readonly office: string
  /** Null where the role is confidential. */
  readonly title: string | null
  readonly slate: string
  readonly consent: { readonly number: number; readonly body: string; readonly retentionMonths: number }
  readonly sent: boolean
}

/** What is wanted, then the form. Whole without a script but for the sending itself. */
export function callPage(call: CallPage): string {
  const { token, locale, role, office, title, slate, consent, sent } = call
  const words = callWords[locale]
  const facts = breakdownLines(role, { rates: false })
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
    .join('')
  const head = `<header class="castinghead"><small>${escaped(words.calls)}, ${escaped(office)}</small><h1 class="title">${escaped(role.name)}</h1>${title === null ? '' : `<p class="muted">${escaped(title)}</p>`}</header>`
  const wanted = `<section>${role.breakdown === '' ? '' : `<p>${lines(role.breakdown)}</p>`}<dl class="facts">${facts}</dl></section>`
  const body = `<main class="page">${head}${sent ? standing('ok', words.sent, words.sentText) : ''}${wanted}${section(words.slate, slate === '' ? '' : `<p>${lines(slate)}</p>`)}
<form id="call" data-send="/v1/casting-call-links/${escaped(token)}/submissions" data-shelf="casting:${escaped(token.slice(0, 22))}" data-then="/casting/${escaped(token)}?sent=1">
<section><h2>${escaped(words.you)}</h2><div class="fields">${field('name', words.name, { required: true, autocomplete: 'name' })}${field('email', words.email, { required: true, type: 'email', autocomplete: 'email' })}${field('phone', words.phone, { type: 'tel', autocomplete: 'tel' })}${field('city', words.city, { autocomplete: 'address-level2' })}${field('birthDate', words.born, { type: 'date', why: words.bornWhy, autocomplete: 'bday' })}${field('sizes', words.sizes)}</div></section>
<section>${uploads(`/v1/casting-call-links/${token}/files`, 'image/*,video/*,audio/*,application/pdf', words)}<div class="fields">${field('reel', words.reel, { type: 'url' })}${area('availability', words.free)}${area('message', words.message)}</div></section>
<section><details><summary>${escaped(words.more)}</summary><div class="fields">${field('guardianName', words.guardian)}${field('guardianEmail', words.guardianEmail, { type: 'email' })}${field('agentName', words.agent)}${field('agentEmail', words.agentEmail, { type: 'email' })}</div></details></section>
<section><h2>${escaped(words.consent)}</h2><p>${lines(consent.body)}</p><p class="muted">${escaped(words.kept(consent.retentionMonths))}</p><input type="hidden" name="consent" value="${consent.number}"><label class="pick"><input type="checkbox" name="agrees" required> ${escaped(words.agree)}</label><label class="trap" aria-hidden="true">Website<input name="website" tabindex="-1" autocomplete="off"></label></section>
</form></main><div class="foot"><div><p class="note" role="status" hidden></p><button class="btn go" type="submit" form="call">${icon('check')}${escaped(words.send)}</button></div></div>`
  return outsidePage({
    locale,
    title: `${role.name}, ${words.calls}`,
    body,
    styles: ['/casting/assets/casting.css'],
    scripts: ['/casting/assets/casting.js'],
    say: { waiting: words.waiting, refused: words.refused, reload: words.reload },
  })
}
