import { languageNames, type Language } from '../kinds.rules.ts'
import type { Template } from '../template.contract.ts'

export interface Wording {
  texts: Template['texts']
  docx: { id: string; name: string } | null
}

export const emptyText = { title: '', short: '', body: '' }

const isWritten = (text: typeof emptyText) => Object.values(text).some((it) => it.trim() !== '')

/** Languages somebody only looked at are not sent; one with a text and no title is, so that its title is asked for. */
export const writtenTexts = (texts: Template['texts']): Template['texts'] =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => isWritten(text))) as Template['texts']

/** The wording in every language as one text, to be compared with somebody else's. */
export const textsSaid = (texts: Template['texts']): string =>
  Object.entries(writtenTexts(texts))
    .map(([language, { title, short, body }]) =>
      [`${languageNames[language as Language]}: ${title}`, short, body].filter((it) => it.trim() !== '').join('\n'),
    )
    .join('\n\n')

/** What is wrong with the wording, with the language it is wrong in. */
export function wordingFault(texts: Template['texts'], error: string | undefined): string | undefined {
  if (error === undefined) return undefined
  const untitled = Object.entries(writtenTexts(texts)).find(([, { title }]) => title.trim() === '')
  return untitled ? `${languageNames[untitled[0] as Language]}: ${error}` : error
}
