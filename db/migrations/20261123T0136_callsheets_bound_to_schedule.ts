import { sql, type Kysely } from 'kysely'

/** The plan an issued sheet was made from cannot be deleted while the sheet refers to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table call_sheet_issue
      add constraint call_sheet_issue_board_fk foreign key (board_id) references board on delete restrict,
      add constraint call_sheet_issue_schedule_issue_fk foreign key (schedule_issue_id) references schedule_issue
        on delete restrict`.execute(db)
}
