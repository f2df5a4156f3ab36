import { sql, type Kysely } from 'kysely'

/** What strips, flags and events stand on. A scene that lies on a board is never deleted; it is omitted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, column, target, action] of [
    ['strip', 'scene_id', 'scene', 'restrict'],
    ['strip', 'location_id', 'location', 'set null'],
    ['flag', 'element_id', 'element', 'cascade'],
    ['element_event', 'element_id', 'element', 'cascade'],
    ['element_event', 'person_id', 'person', 'cascade'],
  ] as const)
    await sql`alter table ${sql.table(table)} add constraint ${sql.raw(`${table}_${target}_fk`)}
      foreign key (${sql.ref(column)}) references ${sql.table(target)} on delete ${sql.raw(action)}`.execute(db)
}
