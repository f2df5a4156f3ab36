/** Media as a release knows them. */
type UsedMedium = 'internal' | 'online' | 'social' | 'broadcast' | 'cinema' | 'print' | 'event'

const words: Record<UsedMedium, readonly string[]> = {
  internal: ['internal', 'intranet', 'staff'],
  online: ['online', 'web', 'website', 'internet', 'digital', 'youtube', 'vod', 'streaming', 'olv', 'ctv'],
  social: ['social', 'social media', 'instagram', 'tiktok', 'facebook', 'linkedin', 'paid social', 'organic social'],
  broadcast: ['tv', 'television', 'broadcast', 'tvc', 'radio'],
  cinema: ['cinema', 'theatrical', 'theatres'],
  print: ['print', 'posters', 'poster', 'ooh', 'out of home', 'billboards', 'packaging', 'pos'],
  event: ['event', 'events', 'trade fair', 'trade fairs', 'exhibition', 'exhibitions'],
}

const everything = new Set(['all', 'all media', 'everything', 'buyout', 'full buyout'])
const everywhere = new Set(['', 'world', 'worldwide', 'global', 'all'])

const parts = (text: string): string[] =>
  text
    .split(/[,;/+&\n]|\band\b/i)
    .map((it) => it.trim())
    .filter((it) => it !== '')

interface RoleUsage {
  readonly usageMedia: string
  readonly usageTerritory: string
  readonly usageMonths: number | null
}

interface Use {
  /** Empty means every medium. */
  readonly media: UsedMedium[]
  /** Empty means everywhere. */
  readonly territory: string[]
  readonly termMonths: number | null
}

/**
 * The use a role names, as a release says it. What is not understood is named, never widened: a release for *everything*
 * is asked for in that word, not by leaving the field empty.
 * @example useOf({ usageMedia: 'TV, online', usageTerritory: 'UK', usageMonths: 12 }).use.media // ['broadcast', 'online']
 */
export function useOf({ usageMedia, usageTerritory, usageMonths }: RoleUsage): { use: Use; unclear: string[] } {
  const said = parts(usageMedia)
  const mediumOf = (text: string) =>
    (Object.keys(words) as UsedMedium[]).find((medium) => words[medium].includes(text.toLowerCase()))
  const isAll = said.some((it) => everything.has(it.toLowerCase()))
  const media = [...new Set(said.flatMap((it) => mediumOf(it) ?? []))]
  const unknown = said.filter((it) => mediumOf(it) === undefined && !everything.has(it.toLowerCase()))
  return {
    use: {
      media: isAll ? [] : media,
      territory: parts(usageTerritory).filter((it) => !everywhere.has(it.toLowerCase())),
      termMonths: usageMonths,
    },
    unclear: [
      ...(said.length === 0 ? ['The role does not say in which media it is used.'] : []),
      ...unknown.map((it) => `“${it}” is no medium a release knows.`),
    ],
  }
}
