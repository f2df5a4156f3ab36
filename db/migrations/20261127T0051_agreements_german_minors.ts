import { sql, type Kysely } from 'kysely'

const HOURS = `

# Arbeit mit Minderjährigen
Arbeitszeit, Schule, Ruhe und Betreuung richten sich nach dem Recht des Ortes. Ich sage sofort, wenn es {{minor.name}} nicht gut geht oder {{minor.name}} nicht weitermachen will; dann wird unterbrochen.`

/** The German minor's release lacked what the English one says of hours and of stopping. Approved wording stays as it is. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    update agreement_template_version version
    set texts = jsonb_set(texts, '{de,body}', to_jsonb((texts -> 'de' ->> 'body') || ${HOURS}::text))
    from agreement_template template
    where template.id = version.template_id and template.kind = 'minor_release' and version.number = 1
      and version.approved_at is null and texts -> 'de' ->> 'body' is not null
      and position('# Arbeit mit Minderjährigen' in texts -> 'de' ->> 'body') = 0`.execute(db)
}
