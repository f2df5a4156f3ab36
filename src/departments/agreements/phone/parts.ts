import { escaped, icon } from '../../../platform/outside/index.ts'
import { readingMinutes, type Content, type Run } from '../text.rules.ts'
import type { SignWords } from './words.ts'

/** What a page that people sign on is made of; every script is named, so that a phone keeps all of them. */
export const signing = {
  styles: ['/a/assets/sign.css'],
  scripts: ['sign', 'code', 'pad', 'pictures'].map((it) => `/a/assets/${it}.js`),
}

const runs = (them: readonly Run[]): string =>
  them
    .map((it) =>
      it.field !== undefined
        ? `<span class="blank" data-field="${escaped(it.field)}">${escaped(it.text)}</span>`
        : it.strong
          ? `<b>${escaped(it.text)}</b>`
          : escaped(it.text),
    )
    .join('')

/** What it comes to, in a few lines. */
export const inShort = (content: Content, words: SignWords): string =>
  content.short.length === 0
    ? ''
    : `<section class="sum"><h2>${escaped(words.inShort)}</h2><ul>${content.short
        .map(
          (line) =>
            `<li class="${line.allowed ? 'y' : 'n'}">${icon(line.allowed ? 'check' : 'x')}<div>${runs(line.runs)}</div></li>`,
        )
        .join('')}</ul></section>`

/** The whole text, folded away; open at once where there is nothing shorter. */
export function fullText(content: Content, words: SignWords): string {
  const blocks = content.blocks.map((it) =>
    it.kind === 'heading'
      ? `<h3>${it.number}. ${escaped(it.text)}</h3>`
      : it.kind === 'item'
        ? `<p class="item">${runs(it.runs)}</p>`
        : it.kind === 'terms'
          ? `<dl class="terms">${it.rows.map((row) => `<dt>${escaped(row.label)}</dt><dd>${escaped(row.value)}</dd>`).join('')}</dl>`
          : `<p>${runs(it.runs)}</p>`,
  )
  return `<details class="full"${content.short.length === 0 ? ' open' : ''}><summary><span>${icon('file')}${escaped(words.full)}</span><span class="muted">${escaped(words.pages.replace('{n}', String(readingMinutes(content))))}</span></summary><div class="text">${blocks.join('')}</div></details>`
}

export const field = (label: string, name: string, attributes = '', note = ''): string =>
  `<label class="field"><span>${escaped(label)}</span><input name="${name}" ${attributes}>${note === '' ? '' : `<small>${escaped(note)}</small>`}</label>`

/** The place to sign: by finger, by keyboard, or with a picture. Each reachable without the others. */
export const signaturePad = (words: SignWords): string => `<section class="sig">
<div class="sh"><h2 id="sign-label" data-drawn>${escaped(words.sign)}</h2><button type="button" class="text" data-clear>${escaped(words.clear)}</button></div>
<canvas class="pad" width="1000" height="300" role="img" aria-labelledby="sign-label" data-pad></canvas>
<label class="field" hidden data-typed><span>${escaped(words.typeHere)}</span><input name="typed" autocomplete="off" class="script"></label>
<div class="alts"><button type="button" class="text" data-way data-say="${escaped(words.typed)}|${escaped(words.drawn)}">${escaped(words.typed)}</button>
<label class="text">${escaped(words.upload)}<input type="file" accept="image/png,image/jpeg" data-picture></label></div>
<img alt="" class="picked" hidden data-picked></section>`

export const photoPart = (
  words: SignWords,
): string => `<section class="pic"><div class="face" data-face>${icon('camera')}</div>
<div class="grow"><h2>${escaped(words.photo)}</h2><b data-taken></b><div class="muted">${escaped(words.photoNote)}</div></div>
<label class="tap2"><span data-take data-say="${escaped(words.take)}|${escaped(words.again)}">${escaped(words.take)}</span><input type="file" accept="image/*" capture="user" data-photo></label></section>`

export const offlineBand = (words: SignWords): string =>
  `<div class="offl" role="status" hidden data-offline>${icon('alert')}<span data-word="offline">${escaped(words.offline)}</span></div>`
