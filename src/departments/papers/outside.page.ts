import { escaped, htmlResponse, outsidePage, section, standing } from '../../platform/outside/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import { outsideWords } from './outsideWords.ts'

interface AskedPaper {
  readonly id: string
  readonly kind: string
  readonly state: 'asked' | 'in_review' | 'accepted' | 'rejected'
  readonly reason: string | null
  readonly expires: boolean
  readonly isInsurance: boolean
}

interface Page {
  readonly locale: Locale
  readonly token: string
  readonly title: string
  readonly papers: readonly AskedPaper[]
  readonly demands: readonly string[]
  readonly told?: { readonly kind: 'ok' | 'bad'; readonly text: string } | undefined
}

/** One form a paper, each a plain form that works without a script; what was handed in stands below. */
export function papersPageOf({ locale, token, title, papers, demands, told }: Page): Response {
  const words = outsideWords[locale]
  const open = papers.filter(({ state }) => state === 'asked' || state === 'rejected')
  const done = papers.filter(({ state }) => state === 'in_review' || state === 'accepted')
  const forms = open.map((paper) =>
    section(
      paper.kind,
      `${paper.state === 'rejected' && paper.reason ? standing('chg', words.sentBack, paper.reason) : ''}
${paper.isInsurance && demands.length > 0 ? `<p class="muted">${escaped(words.demands)}</p><ul>${demands.map((it) => `<li>${escaped(it)}</li>`).join('')}</ul>` : ''}
<form class="fields" method="post" action="/p/${escaped(token)}" enctype="multipart/form-data">
<input type="hidden" name="paper" value="${escaped(paper.id)}">
<label class="field">${escaped(words.file)}<input type="file" name="file" required accept="application/pdf,image/*"></label>
${paper.isInsurance ? `<label class="field">${escaped(words.endorsement)}<input type="file" name="endorsement" accept="application/pdf,image/*"></label>` : ''}
${paper.expires ? `<label class="field">${escaped(words.ends)}<input type="date" name="ends" required></label>` : ''}
<button type="submit" class="btn">${escaped(words.handIn(paper.kind))}</button></form>`,
    ),
  )
  const list = done
    .map(
      ({ kind, state }) =>
        `<li>${escaped(kind)} <span class="muted">${escaped(state === 'accepted' ? words.accepted : words.inReview)}</span></li>`,
    )
    .join('')
  const nothing = open.length === 0 ? standing('ok', words.allThere, words.thanks) : ''
  const body = `<main class="page"><header class="pagehead"><h1>${escaped(words.heading)}</h1><p class="muted">${escaped(title)}</p></header>
${told ? standing(told.kind, told.text) : ''}${nothing}${forms.join('')}${section(words.handedIn, list === '' ? '' : `<ul>${list}</ul>`)}</main>`
  return htmlResponse(
    outsidePage({ locale, title: `${words.heading}, ${title}`, body }),
    told?.kind === 'bad' ? 422 : 200,
  )
}
