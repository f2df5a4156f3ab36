import type { Locale } from '../../kernel/locale.ts'
import type { LinkFault, LinkFaultWords } from '../../kernel/problems.ts'
import { escaped } from './html.ts'
import { htmlResponse, outsidePage } from './page.ts'

export const goneWords: Record<Locale, LinkFaultWords> = {
  en: {
    expired: ['This link has run out', 'Ask the production office for a new one if you still need it.'],
    revoked: ['This link was withdrawn', 'The office has sent you another one, or will. If not, call them.'],
    not_yet: ['Nothing here yet', 'This link does not work yet. Ask the production office.'],
    used_up: ['This link was already used', 'Ask the production office for a new one.'],
    unknown: ['This address is not one of ours', 'Check that it was copied whole, or open it again from the message.'],
  },
  de: {
    expired: [
      'Dieser Link ist abgelaufen',
      'Fragen Sie das Produktionsbüro nach einem neuen, wenn Sie ihn noch brauchen.',
    ],
    revoked: [
      'Dieser Link wurde zurückgezogen',
      'Das Büro hat Ihnen einen anderen geschickt oder wird es tun. Rufen Sie sonst dort an.',
    ],
    not_yet: ['Hier ist noch nichts', 'Dieser Link gilt noch nicht. Fragen Sie das Produktionsbüro.'],
    used_up: ['Dieser Link wurde schon benutzt', 'Fragen Sie das Produktionsbüro nach einem neuen.'],
    unknown: [
      'Diese Adresse ist keine von uns',
      'Prüfen Sie, ob sie vollständig ist, oder öffnen Sie sie noch einmal aus der Nachricht.',
    ],
  },
}

/** The page somebody sees whose link opens nothing (any more): 404 for an address we never made, else 410. */
export function gonePage(reason: LinkFault, locale: Locale, words: LinkFaultWords = goneWords[locale]): Response {
  const [title, text] = words[reason]
  const body = `<main class="gone"><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main>`
  return htmlResponse(outsidePage({ locale, title, body }), reason === 'unknown' ? 404 : 410)
}
