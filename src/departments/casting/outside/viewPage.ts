import type { Locale } from '../../../kernel/locale.ts'
import { escaped, lines, outsidePage, safeHref, standing } from '../../../platform/outside/index.ts'
import type { Candidate, Media } from '../candidate.contract.ts'
import type { ShownField } from '../presentation.contract.ts'
import type { View } from '../view.actions.ts'

import { viewWords, type ViewWords } from './view.words.ts'

type Person = View['people'][number]

/** A selection as one voice sees it: people under their role or group, each with their media, and what this voice says. */
export function viewPage(token: string, locale: Locale, view: View): string {
  const say = viewWords[locale]
  const { presentation, voice } = view
  const groups = Map.groupBy(view.people, (person) => groupOf(view, person))
  const isOpen = presentation.state !== 'frozen'
  const blocks = [...groups].map(
    ([name, people]) =>
      `${name === '' ? '' : `<h2 class="rolehead">${escaped(name)}</h2>`}<div class="people">${people.map((it) => card(token, say, view, it, isOpen)).join('')}</div>`,
  )
  const body = `<main class="page wide-page" data-opened="/v1/casting-view-links/${escaped(token)}/opened"><header class="castinghead"><small>${escaped(say.forWhom(voice.name))}</small><h1 class="title">${escaped(presentation.title)}</h1>${presentation.note === '' ? '' : `<p>${lines(presentation.note)}</p>`}<p class="bar"><button class="plain" type="button" data-compare aria-pressed="false">${escaped(say.compare)}</button> <button class="plain" type="button" data-print="/v1/casting-view-links/${escaped(token)}/printed">${escaped(say.print)}</button></p></header>
${isOpen ? '' : standing('ok', say.decided, say.decidedText)}${blocks.join('')}</main><div class="foot" hidden><div><p class="note" role="status" hidden></p></div></div>`
  return outsidePage({
    locale,
    title: presentation.title,
    body,
    styles: ['/casting/assets/casting.css'],
    scripts: ['/casting/assets/casting.js'],
    say: { waiting: say.waiting, refused: say.refused, reload: say.reload },
  })
}

function groupOf({ presentation }: View, person: Person): string {
  if (presentation.groupBy === 'actor') return ''
  if (presentation.groupBy === 'role') return person.roleName
  return presentation.items.find(({ candidateId }) => candidateId === person.id)?.group ?? ''
}

/** What a link may say of a person: exactly the fields it was given, and never more than this. */
function factsOf(person: Candidate, fields: readonly ShownField[], say: ViewWords): [string, string][] {
  const all: [ShownField, string, string][] = [
    ['age', say.age, person.age === null ? '' : String(person.age)],
    ['city', say.city, person.city ?? ''],
    ['sizes', say.sizes, person.sizes ?? ''],
    ['availability', say.availability, person.availability],
    ['agent', say.agent, person.agentName ?? ''],
  ]
  return all.flatMap(([field, label, value]) => (fields.includes(field) && value !== '' ? [[label, value]] : []))
}

function card(token: string, say: ViewWords, view: View, person: Person, isOpen: boolean): string {
  const { fields, items } = view.presentation
  const facts = factsOf(person, fields, say).map(
    ([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`,
  )
  const note = fields.includes('notes') ? (items.find(({ candidateId }) => candidateId === person.id)?.note ?? '') : ''
  const reel =
    fields.includes('reel') && person.reel !== null
      ? `<p><a href="${safeHref(person.reel)}" target="_blank" rel="noreferrer">${escaped(say.reel)}</a></p>`
      : ''
  const media = person.media
    .filter(({ kind }) => kind !== 'paper')
    .map((it) => shownMedia(token, say, it, person.name, fields.includes('download')))
  return `<article class="card" aria-label="${escaped(person.name)}"><div class="media" tabindex="0">${media.join('')}</div><div class="about"><div class="who"><h3>${escaped(person.name)}</h3><label class="tick"><input type="checkbox" data-compared aria-label="${escaped(say.compareOne(person.name))}">${escaped(say.tick)}</label></div>${view.presentation.groupBy === 'role' ? '' : `<p class="muted">${escaped(person.roleName)}</p>`}${note === '' ? '' : `<p>${lines(note)}</p>`}${facts.length === 0 ? '' : `<dl class="facts">${facts.join('')}</dl>`}${reel}</div>${isOpen ? form(token, say, view, person) : ''}</article>`
}

function shownMedia(token: string, say: ViewWords, { id, kind }: Media, name: string, download: boolean): string {
  const src = `/casting/view/${escaped(token)}/media/${id}`
  const keep = download ? '' : ' controlslist="nodownload"'
  if (kind === 'video')
    return `<video src="${src}" controls preload="metadata"${keep} aria-label="${escaped(say.tapeOf(name))}"></video>`
  if (kind === 'audio')
    return `<audio src="${src}" controls preload="metadata"${keep} aria-label="${escaped(say.voiceOf(name))}"></audio>`
  return `<img src="${src}" alt="${escaped(name)}" loading="lazy">`
}

function form(token: string, say: ViewWords, { own }: View, person: Person): string {
  const said = own.find(({ candidateId }) => candidateId === person.id)
  const picks = (['yes', 'maybe', 'no'] as const)
    .map(
      (it) =>
        `<label class="pick"><input type="radio" name="pick" value="${it}"${said?.pick === it ? ' checked' : ''}> ${escaped(say[it])}</label>`,
    )
    .join('')
  const ranks = [1, 2, 3, 4, 5]
    .map((it) => `<option value="${it}"${said?.rank === it ? ' selected' : ''}>${it}</option>`)
    .join('')
  return `<form data-pick data-send="/v1/casting-view-links/${escaped(token)}/picks/${person.id}" data-shelf="pick:${person.id}:${escaped(token.slice(0, 12))}"><div class="picks" role="radiogroup" aria-label="${escaped(say.pickFor(person.name))}">${picks}</div><div class="two"><label class="field">${escaped(say.rank)}<select name="rank" data-empty="null" data-type="number"><option value="">–</option>${ranks}</select></label><label class="field">${escaped(say.comment)}<textarea name="comment" rows="1" maxlength="2000">${escaped(said?.comment ?? '')}</textarea></label></div><small class="kept" role="status" hidden>${escaped(say.kept)}</small><p class="note" role="status" hidden></p></form>`
}
