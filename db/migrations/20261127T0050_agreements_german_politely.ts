import { sql, type Kysely } from 'kysely'

/** What came in the familiar form, and how it reads to somebody one has never met. */
const WORDS: readonly (readonly [string, string])[] = [
  ['# Deine Daten', '# Ihre Daten'],
  [
    'Du kannst fragen, was wir über dich haben, es berichtigen lassen und dich bei',
    'Sie können fragen, was wir über Sie haben, es berichtigen lassen und sich bei',
  ],
  ['Wir filmen dich für', 'Wir filmen Sie für'],
  ['eine digitale Kopie von dir', 'eine digitale Kopie von Ihnen'],
  ['Einverständnis, dich zu filmen und zu zeigen', 'Einverständnis, Sie zu filmen und zu zeigen'],
]

/** Only the first version of what was shipped, as long as nobody has approved its wording: approved words are kept as they are. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const table of ['agreement_clause_version', 'agreement_template_version'])
    for (const [familiar, polite] of WORDS)
      await sql`update ${sql.table(table)} set texts = replace(texts::text, ${familiar}, ${polite})::jsonb
        where number = 1 and approved_at is null and texts::text like ${`%${familiar}%`}`.execute(db)
}
