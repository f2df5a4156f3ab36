import { sql, type Kysely } from 'kysely'

/** Notes about a person or a company that only their author and the readers named by the author ever see. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table private_note (
      id uuid primary key,
      person_id uuid references person on delete cascade,
      company_id uuid references company on delete cascade,
      words text not null check (words <> ''),
      author_id uuid not null references auth."user" on delete cascade,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      version integer not null default 1,
      check (num_nonnulls(person_id, company_id) = 1)
    )`.execute(db)
  await sql`create index private_note_person on private_note (person_id)`.execute(db)
  await sql`create index private_note_company on private_note (company_id)`.execute(db)
  await sql`create index private_note_author on private_note (author_id)`.execute(db)
  await sql`
    create table private_note_reader (
      note_id uuid not null references private_note on delete cascade,
      user_id uuid not null references auth."user" on delete cascade,
      primary key (note_id, user_id)
    )`.execute(db)
  await sql`create index private_note_reader_user on private_note_reader (user_id)`.execute(db)
}
