import { localeOf, type Locale } from '../../kernel/locale.ts'
import { icon, escaped } from './html.ts'
import { houseMark, OutsideResponse } from './house.ts'

export interface OutsidePage {
  /** Language of the page's words; `ar` and others that run from right to left are set so. */
  readonly locale: string
  readonly title: string
  /** Inside the body: a `<main class="page">`, and a `<div class="foot">` within reach of a thumb. HTML, already escaped. */
  readonly body: string
  /** Addresses of further styles and module scripts, in order. */
  readonly styles?: readonly string[]
  readonly scripts?: readonly string[]
  /** The page stays readable without signal below this address: `/c/`. */
  readonly keeps?: string
  readonly say?: { readonly waiting: string; readonly refused: string; readonly reload: string }
}

/** Said once beside fields that each say what is wrong with them. */
const marked: Record<Locale, string> = {
  en: 'Please look at what is marked.',
  de: 'Bitte sehen Sie sich an, was markiert ist.',
}

/** Said where an account or tax number could not be sent, on a form that leaves nothing on the phone. */
const unsent: Record<Locale, string> = {
  en: 'Not sent: there is no signal. Nothing of it is kept here, so leave the page open and send it again.',
  de: 'Nicht gesendet: Es gibt kein Netz. Hier bleibt nichts davon, also lassen Sie die Seite offen und senden Sie es noch einmal.',
}

const rightToLeft = /^(ar|fa|he|ur)\b/

/**
 * A whole page for somebody outside who holds a link: words first, no app, both themes, readable without a script. What it
 * does is asked for by attributes, see `assets/outside.js`.
 */
export function outsidePage({ locale, title, body, styles = [], scripts = [], keeps, say }: OutsidePage): string {
  const links = ['/outside/outside.css', ...styles].map((href) => `<link rel="stylesheet" href="${href}">`)
  const runs = ['/outside/outside.js', ...scripts].map((src) => `<script type="module" src="${src}"></script>`)
  const attributes = [
    keeps === undefined ? '' : ` data-keeps="${escaped(keeps)}"`,
    ` data-say="${escaped(JSON.stringify({ ...say, marked: marked[localeOf(locale)], unsent: unsent[localeOf(locale)] }))}"`,
  ].join('')
  const dir = rightToLeft.test(locale) ? ' dir="rtl"' : ''
  return `<!doctype html><html lang="${escaped(locale)}"${dir}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>
${links.join('')}${runs.join('')}</head><body${attributes}>${houseMark}${body}</body></html>`
}

/** Something is as it should be, or is not, in a band across the page. */
export const standing = (kind: 'ok' | 'chg' | 'bad', title: string, text = ''): string =>
  `<section class="${kind}" role="status"><div class="row">${icon(kind === 'ok' ? 'check' : 'alert')}<div><b>${escaped(title)}</b>${text === '' ? '' : `<br><span class="muted">${escaped(text)}</span>`}</div></div></section>`

/** A page as the answer; the server puts the office's logo or name into its head. */
export const htmlResponse = (body: string, status = 200): Response =>
  new OutsideResponse(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    },
  })
