import { z } from 'zod'

/** Languages that people outside the office are spoken to in. Papers may know more; these are those of our own words. */
export const Locale = z.enum(['en', 'de'])
export type Locale = z.infer<typeof Locale>

/** `de-AT` → `de`; English for whoever speaks something we do not. */
export const localeOf = (language: string | null | undefined): Locale =>
  Locale.safeParse(language?.slice(0, 2).toLowerCase()).data ?? 'en'
