import { z } from 'zod'
import { allListed } from '../../kernel/words.ts'
import type { Language } from './kinds.rules.ts'

export const Medium = z.enum(['internal', 'online', 'social', 'broadcast', 'cinema', 'print', 'event'])
export type Medium = z.infer<typeof Medium>

export const mediumWords: Record<Medium, string> = {
  internal: 'internal use',
  online: 'online',
  social: 'social media',
  broadcast: 'television',
  cinema: 'cinema',
  print: 'print and posters',
  event: 'events and trade fairs',
}

/** What a release lets be done, as data a delivery can be held against. */
export const Scope = z.object({
  media: z.array(Medium).max(7).default([]),
  /** Empty means everywhere. Country codes, or names such as `EU`. */
  territory: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
  /** Months from the first showing; null is without end. */
  termMonths: z.number().int().min(1).max(1200).nullable().default(null),
  /** Nobody of this trade may use them meanwhile: `bicycles`. */
  exclusivity: z.string().trim().max(200).default(''),
  mayEdit: z.boolean().default(true),
})
export type Scope = z.infer<typeof Scope>

export const emptyScope: Scope = Scope.parse({})

interface ScopeWords {
  readonly media: Record<Medium, string>
  readonly all: string
  readonly world: string
  readonly forever: string
  readonly months: (n: number) => string
  readonly and: string
}

const scopeWords: Record<Language, ScopeWords> = {
  en: {
    media: mediumWords,
    all: 'all media',
    world: 'worldwide',
    forever: 'without limit of time',
    months: (n) => `${n} months from first showing`,
    and: 'and',
  },
  de: {
    media: {
      internal: 'interne Nutzung',
      online: 'online',
      social: 'soziale Medien',
      broadcast: 'Fernsehen',
      cinema: 'Kino',
      print: 'Druck und Plakate',
      event: 'Veranstaltungen und Messen',
    },
    all: 'alle Medien',
    world: 'weltweit',
    forever: 'zeitlich unbegrenzt',
    months: (n) => `${n} Monate ab der ersten Vorführung`,
    and: 'und',
  },
  pl: {
    media: {
      internal: 'użytek wewnętrzny',
      online: 'internet',
      social: 'media społecznościowe',
      broadcast: 'telewizja',
      cinema: 'kino',
      print: 'druk i plakaty',
      event: 'wydarzenia i targi',
    },
    all: 'wszystkie media',
    world: 'cały świat',
    forever: 'bez ograniczenia w czasie',
    months: (n) => `${n} mies. od pierwszego pokazu`,
    and: 'i',
  },
  ar: {
    media: {
      internal: 'الاستخدام الداخلي',
      online: 'الإنترنت',
      social: 'وسائل التواصل الاجتماعي',
      broadcast: 'التلفزيون',
      cinema: 'السينما',
      print: 'المطبوعات والملصقات',
      event: 'الفعاليات والمعارض',
    },
    all: 'جميع الوسائط',
    world: 'جميع أنحاء العالم',
    forever: 'دون حد زمني',
    months: (n) => `${n} شهراً من أول عرض`,
    and: 'و',
  },
}

/** `television, cinema and online; UK and EU; 12 months from first showing`, in the language of the paper. */
export function scopeText(scope: Scope, language: Language = 'en'): string {
  const words = scopeWords[language]
  const media = scope.media.map((it) => words.media[it])
  return [
    media.length === 0 ? words.all : allListed(media, words.and),
    scope.territory.length === 0 ? words.world : allListed(scope.territory, words.and),
    scope.termMonths === null ? words.forever : words.months(scope.termMonths),
  ].join(language === 'ar' ? '؛ ' : '; ')
}
