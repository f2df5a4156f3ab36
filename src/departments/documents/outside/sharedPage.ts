import type { Locale } from '../../../kernel/locale.ts'
import { escaped, icon, lines, outsidePage } from '../../../platform/outside/index.ts'
import { sharedWords } from './sharedWords.ts'

/** What every step of the door shows about the document; nothing of what is inside. */
export interface Door {
  readonly locale: Locale
  readonly token: string
  readonly name: string
  readonly production: string
  readonly holder: string
  readonly until: string | null
}

const shell = (door: Door, inner: string, kind: 'step' | 'sheet'): string => {
  const words = sharedWords[door.locale]
  const about = [words.for(door.holder), ...(door.until === null ? [] : [words.until(door.until)])].join(', ')
  const head = `<header class="doc"><p class="muted">${escaped(door.production)}</p><h1>${escaped(door.name)}</h1><p class="muted">${escaped(about)}</p></header>`
  return outsidePage({
    locale: door.locale,
    title: `${door.name} · ${door.production}`,
    styles: ['/d/assets/shared.css'],
    body: `<main class="shared ${kind}">${head}${inner}</main>`,
  })
}

const problem = (text: string | null) => (text === null ? '' : `<p class="note bad" role="alert">${escaped(text)}</p>`)
const form = (token: string, inner: string) => `<form method="post" action="/d/${escaped(token)}">${inner}</form>`

export function passwordPage(door: Door, fault: 'wrong' | 'wait' | null): string {
  const words = sharedWords[door.locale]
  const inner = `<h2>${icon('lock')}${escaped(words.passwordTitle)}</h2><p>${escaped(words.passwordText)}</p>${problem(fault && words[fault])}
<label for="password">${escaped(words.password)}</label><input id="password" name="password" type="password" autocomplete="off" required autofocus>
<button class="do">${escaped(words.enter)}</button>`
  return shell(door, form(door.token, inner), 'step')
}

interface CodeAsked {
  readonly sentTo: string
  /** A code was sent and still works. */
  readonly isWaiting: boolean
}

export function codePage(door: Door, { sentTo, isWaiting }: CodeAsked, fault: CodeFault | null): string {
  const words = sharedWords[door.locale]
  const typed = `<label for="code">${escaped(words.code)}</label><input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="9" required autofocus>
<button class="do">${escaped(words.enter)}</button>`
  const inner = `<h2>${icon('lock')}${escaped(words.codeTitle)}</h2><p>${escaped(isWaiting ? words.codeSent(sentTo) : words.codeText(sentTo))}</p>${problem(fault && words[fault])}`
  const send = `<button class="${isWaiting ? 'other' : 'do'}" name="send" value="1">${escaped(isWaiting ? words.codeAgain : words.codeSend)}</button>`
  return shell(door, `${inner}${isWaiting ? form(door.token, typed) : ''}${form(door.token, send)}`, 'step')
}

type CodeFault = 'codeWrong' | 'codeOver' | 'codeWait'

export function termsPage(door: Door, wording: string, name?: 'name missing'): string {
  const words = sharedWords[door.locale]
  const inner = `<h2>${escaped(words.termsTitle)}</h2><div class="terms">${lines(wording)}</div>${problem(name === 'name missing' ? words.nameMissing : null)}
<label for="name">${escaped(words.termsName)}</label><input id="name" name="name" autocomplete="name" maxlength="200" required>
<button class="do">${escaped(words.agree)}</button>`
  return shell(door, form(door.token, inner), 'step')
}

interface Inside {
  readonly isWatermarked: boolean
  readonly mayDownload: boolean
  /** Pages shown as pictures; 0 where there are none. */
  readonly pictures: number
  readonly texts: readonly { readonly page: number; readonly text: string }[]
  readonly morePages: number
}

export function documentPage(door: Door, it: Inside): string {
  const words = sharedWords[door.locale]
  const base = `/d/${escaped(door.token)}`
  const pictures = Array.from(
    { length: it.pictures },
    (_, at) =>
      `<figure><img src="${base}/pages/${at + 1}" alt="${escaped(words.page(at + 1, it.pictures))}" ${at > 1 ? 'loading="lazy"' : ''} draggable="false"><figcaption>${escaped(words.page(at + 1, it.pictures))}</figcaption></figure>`,
  )
  const texts = it.texts.map(
    ({ text }) =>
      `<figure><pre>${escaped(text)}</pre>${it.isWatermarked ? `<figcaption>${escaped(words.for(door.holder))}</figcaption>` : ''}</figure>`,
  )
  const nothing =
    pictures.length + texts.length > 0
      ? ''
      : `<p class="none">${icon('file')} ${escaped(words.noPages)} ${it.mayDownload ? escaped(words.noPagesSave) : ''}</p>`
  const bar = [
    it.isWatermarked ? `<p class="muted">${escaped(words.yours)}</p>` : '',
    it.mayDownload ? `<a class="save" href="${base}/file" download>${icon('down')}${escaped(words.download)}</a>` : '',
  ].join('')
  const rest = it.morePages > 0 ? `<p class="none">${escaped(words.more(it.morePages))}</p>` : ''
  return shell(door, `<div class="bar">${bar}</div>${pictures.join('')}${texts.join('')}${nothing}${rest}`, 'sheet')
}
