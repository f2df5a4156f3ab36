import { momentIn, type Locale } from '../../../kernel/locale.ts'
import { escaped, icon, lines, outsidePage, section, standing } from '../../../platform/outside/index.ts'
import type { requestOf } from '../requestAnswer.actions.ts'
import { callWords } from './call.words.ts'
import { area, uploads } from './fields.ts'
import { requestWords } from './request.words.ts'

interface RequestPage extends Awaited<ReturnType<typeof requestOf>> {
  readonly token: string
  readonly locale: Locale
  readonly sent: boolean
}

/** What one person is asked for: the words of casting, until when, and one place to send it from. */
export function requestPage({ token, locale, row, role, title, isLate, sent }: RequestPage): string {
  const say = requestWords[locale]
  const forms = callWords[locale]
  const path = `/v1/casting-request-links/${escaped(token)}`
  const isTape = row.kind === 'self_tape'
  const toAgent = row.turn === 'agent'
  const send = (id: string, answer: string, inner: string) =>
    `<form id="${id}" data-send="${path}/answer" data-shelf="request:${row.id}:${answer}" data-then="/casting/request/${escaped(token)}?sent=1"><input type="hidden" name="answer" value="${answer}">${inner}</form>`
  const head = `<header class="castinghead"><small>${escaped(isTape ? say.tape : say.question)}${toAgent ? `, ${escaped(say.forWhom(row.name))}` : ''}</small><h1 class="title">${escaped(role.isConfidential ? say.role : role.name)}</h1>${title === null ? '' : `<p class="muted">${escaped(title)}</p>`}</header>`
  const state =
    row.state === 'answered'
      ? standing('ok', say.arrived, say.again)
      : row.state === 'declined'
        ? standing('chg', say.saidNo, say.changed)
        : sent && row.turn === 'talent'
          ? standing('ok', say.passedOn)
          : isLate
            ? standing('chg', say.late, say.lateText)
            : ''
  const due =
    row.dueAt === null
      ? ''
      : `<p><b>${escaped(say.until)} ${escaped(momentIn(locale, row.dueAt, row.dueZone, { year: true }))}</b></p>`
  const asked = section(say.wanted, `<p>${lines(row.body)}</p>${due}`)
  const tape = isTape
    ? `${uploads(`/v1/casting-request-links/${token}/files`, 'video/*,audio/*', { ...forms, files: say.files, filesWhy: say.filesWhy })}<div class="fields">${area('text', say.note)}</div>`
    : `<div class="fields">${area('text', say.answer)}</div>`
  const body = `<main class="page">${head}${state}${asked}${send('request', 'send', `<section>${tape}</section>`)}</main><div class="foot"><div><p class="note" role="status" hidden></p><button class="btn go" type="submit" form="request">${icon('check')}${escaped(isTape ? say.sendTape : say.sendAnswer)}</button>${toAgent && row.email !== null ? send('pass', 'pass_on', `<button class="btn" type="submit">${escaped(say.passOn(row.name))}</button>`) : ''}${row.state === 'declined' ? '' : send('no', 'no', `<button class="plain" type="submit">${escaped(toAgent ? say.noFor(row.name) : say.no)}</button>`)}</div></div>`
  return outsidePage({
    locale,
    title: `${isTape ? say.tape : say.question}, ${role.isConfidential ? say.role : role.name}`,
    body,
    styles: ['/casting/assets/casting.css'],
    scripts: ['/casting/assets/casting.js'],
    say: { waiting: forms.waiting, refused: forms.refused, reload: forms.reload },
  })
}
