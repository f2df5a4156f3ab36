import { localeOf, type Locale } from '../../kernel/locale.ts'
import { LinkUnusable, Problem, type LinkFault, type LinkFaultWords } from '../../kernel/problems.ts'
import type { LinkPurpose } from '../../kernel/route.ts'
import type { Actor } from '../access/scope.ts'
import type { App } from '../app.ts'
import { gonePage } from './gone.ts'

interface Bearing {
  readonly app: App
  readonly request: Request
  readonly token: string
  readonly purpose: LinkPurpose
  /** The department's own words for a link that opens nothing. */
  readonly gone?: Record<Locale, LinkFaultWords>
}

/** What the reader's browser asks for. */
export const localeAsked = (request: Request): Locale => localeOf(request.headers.get('accept-language'))

/** An answer for whoever holds a link. */
export const forBearer = (
  { app, token, purpose, ...asked }: Bearing,
  answer: (link: Extract<Actor, { kind: 'link' }>) => Promise<Response> | Response,
): Promise<Response> => orGone(asked, async () => answer(await app.links.open(app.db, token, purpose)))

/**
 * What is wrong with a link (or with what it opens: any `LinkUnusable`) is said on a page, in the reader's language, and
 * never as a problem document.
 */
export async function orGone(
  { request, gone }: Pick<Bearing, 'request' | 'gone'>,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.problem !== (LinkUnusable as Problem['problem'])) throw fault
    const { reason } = fault.extension as { reason: LinkFault }
    const locale = localeAsked(request)
    return gonePage(reason, locale, gone?.[locale])
  }
}
