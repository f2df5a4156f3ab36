import { escaped, icon, outsidePage } from '../../../platform/outside/index.ts'
import { isRightToLeft, languageNames, type Language } from '../kinds.rules.ts'
import type { PointRow } from '../point.store.ts'
import { fullText, inShort, offlineBand, signing } from './parts.ts'
import { signWords } from './words.ts'

interface ReleaseFacts {
  readonly token: string
  readonly point: PointRow
  readonly first: Language
  readonly isOpen: boolean
}

/** As much of an address as a phone can check; the office reads it again. */
const email = String.raw`[^\s@]+@[^\s@]+\.[^\s@]{2,}`

const word = (name: string, tag = 'span', more = ''): string => `<${tag} data-word="${name}"${more}></${tag}>`

/** The text in one language, for a grown person or for a guardian. */
function reading({ point }: ReleaseFacts, language: Language): string {
  const own = point.content[language]
  if (own === undefined) return ''
  return (['adult', 'minor'] as const)
    .flatMap((age) => {
      const wording = own[age]
      if (wording === null) return []
      const { content } = wording
      return `<div data-language="${language}" data-for="${age}" hidden><section class="top"><h1>${escaped(content.title)}</h1><div class="muted">${escaped(content.between)}</div></section>${inShort(content, signWords[language])}${fullText(content, signWords[language])}</div>`
    })
    .join('')
}

/** Everything the page needs without signal: all languages, and the words its script says. */
const catalogue = ({ point }: ReleaseFacts): string => {
  const all = Object.fromEntries(
    point.languages.map((it) => [
      it,
      {
        words: signWords[it],
        seen: point.content[it]?.adult.sha256,
        seenMinor: point.content[it]?.minor?.sha256,
        rtl: isRightToLeft(it),
      },
    ]),
  )
  return `<script type="application/json" data-catalogue>${JSON.stringify(all).replaceAll('<', '\\u003c')}</script>`
}

export function releasePage(facts: ReleaseFacts): string {
  const { point, token, first, isOpen } = facts
  const words = signWords[first]
  const shell = (title: string, body: string) =>
    outsidePage({
      locale: first,
      title,
      body,
      ...signing,
      keeps: '/r/',
      say: { waiting: words.offline, refused: words.refused, reload: words.back },
    })
  if (!isOpen)
    return shell(
      words.ended,
      `<main class="gone"><h1>${escaped(words.ended)}</h1><p>${escaped(words.endedLine)}</p></main>`,
    )
  const title = point.content[first]?.adult.content.title ?? point.label
  const hasMinor = point.languages.some((it) => point.content[it]?.minor != null)
  const langs =
    point.languages.length < 2
      ? ''
      : `<div class="langs" role="radiogroup" aria-label="${escaped(words.language)}">${point.languages
          .map(
            (it) =>
              `<button type="button" role="radio" lang="${it}" aria-checked="${it === first}" data-choose="${it}">${escaped(languageNames[it])}</button>`,
          )
          .join('')}</div>`
  const input = (name: string, label: string, attributes: string, note = '') =>
    `<label class="field"><span data-word="${label}"></span><input name="${name}" ${attributes}>${note === '' ? '' : word(note, 'small')}</label>`
  const body = `<main class="page">${offlineBand(words)}<div class="bad back" role="alert" hidden data-back></div>
<div data-reading><section class="top">${langs}<div class="muted">${escaped(point.label)}</div></section>${point.languages.map((it) => reading(facts, it)).join('')}</div>
<form class="signing" data-signing="release" data-chosen="${first}" data-path="/v1/release-links/${escaped(token)}/releases" novalidate>
<section><div class="picks" role="radiogroup"><label class="pick"><input type="radio" name="age" value="adult"> ${word('adult')}</label>${hasMinor ? `<label class="pick"><input type="radio" name="age" value="minor"> ${word('minor')}</label>` : ''}</div>
<label class="field"><span data-word="yourName" data-name-label></span><input name="name" autocomplete="off" maxlength="120" required></label>
<div data-minor hidden>${input('guardian', 'guardian', 'autocomplete="off" maxlength="120"')}${input('permit', 'permit', 'autocomplete="off" maxlength="120"')}</div>
${input('email', 'email', `type="email" pattern="${email}" autocomplete="off" inputmode="email" maxlength="200"`, 'emailNote')}</section>
<section class="pic"><div class="face" data-face>${icon('camera')}</div><div class="grow">${word('photo', 'h2')}<b data-taken></b>${word('photoNote', 'div', ' class="muted"')}</div><label class="tap2"><span data-take data-say-words="take|again"></span><input type="file" accept="image/*" capture="user" aria-label="${escaped(words.photo)}" data-photo></label></section>
<section class="sig"><div class="sh"><h2 id="sign-label" data-drawn data-word="sign"></h2><button type="button" class="text" data-clear data-word="clear"></button></div>
<canvas class="pad" width="1000" height="300" role="img" aria-labelledby="sign-label" data-pad></canvas>
<label class="field" hidden data-typed><span data-word="typeHere"></span><input name="typed" autocomplete="off" class="script"></label>
<div class="alts"><button type="button" class="text" data-way data-say-words="typed|drawn"></button><label class="text">${word('upload')}<input type="file" accept="image/png,image/jpeg" data-picture></label></div><img alt="" class="picked" hidden data-picked></section>
<div class="foot"><div><p class="note" role="alert" hidden data-note></p><button class="btn go" type="submit" data-word="doSign"></button><div class="safe">${word('safe')} ${word('copy')}</div></div></div></form>
<div class="thanks" hidden data-thanks>${icon('check')}${word('sent', 'h1')}<p data-line role="status"></p><p class="count" data-count></p><button type="button" class="btn go" data-next data-word="next"></button></div>
</main>${catalogue(facts)}`
  return shell(title, body)
}
