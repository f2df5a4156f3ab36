import { sql, type Kysely } from 'kysely'

/** Whom a cast member plays is an element of the script; deleting the character leaves the person on the production. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table engagement add constraint engagement_element_fk
    foreign key (element_id) references element on delete set null`.execute(db)
}
