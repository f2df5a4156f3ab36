import type { Locale } from '../../../kernel/locale.ts'
import { CODE_MINUTES } from '../code.rules.ts'

interface Facts {
  readonly code: string
  readonly name: string
  readonly production: string
  readonly holder: string
}

interface Written {
  readonly subject: string
  readonly text: string
}

/** The letter that carries a code. It names the document, so that whoever did not ask knows what somebody is after. */
export const codeLetter: Record<Locale, (facts: Facts) => Written> = {
  en: ({ code, name, production, holder }) => ({
    subject: `${code} opens “${name}”`,
    text: [
      `Hello ${holder},`,
      `Your code is ${code}. Enter it on the page of “${name}”, ${production}. It works once, for ${CODE_MINUTES} minutes.`,
      'If you did not ask for it, somebody else has your link. Tell the production office; without the code nothing opens.',
    ].join('\n\n'),
  }),
  de: ({ code, name, production, holder }) => ({
    subject: `${code} öffnet „${name}“`,
    text: [
      `Guten Tag ${holder},`,
      `Ihr Code ist ${code}. Geben Sie ihn auf der Seite von „${name}“, ${production}, ein. Er gilt einmal und ${CODE_MINUTES} Minuten lang.`,
      'Haben Sie ihn nicht verlangt, dann hat jemand anderes Ihren Link. Sagen Sie es dem Produktionsbüro; ohne den Code öffnet sich nichts.',
    ].join('\n\n'),
  }),
}
