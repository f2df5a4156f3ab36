import { sql, type Kysely } from 'kysely'

/**
 * Whose access ended or changed is told to every process on commit, so that open streams end with it. Sessions are
 * deleted by the sign-in library in transactions of its own, so the telling belongs to the tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function tell_access_changed() returns trigger language plpgsql as $$
    declare
      who uuid := case tg_table_name when 'user' then (to_jsonb(old) ->> 'id') else (to_jsonb(old) ->> 'user_id') end;
    begin
      perform pg_notify('unitbase_live',
        json_build_object('department', 'access', 'productionId', null, 'ids', json_build_array(who))::text);
      return null;
    end $$`.execute(db)
  await sql`create trigger session_ended after delete on auth.session
    for each row execute function tell_access_changed()`.execute(db)
  await sql`create trigger account_changed after update of disabled_at, office_role on auth."user"
    for each row when (old.disabled_at is distinct from new.disabled_at or old.office_role <> new.office_role)
    execute function tell_access_changed()`.execute(db)
  await sql`create trigger token_revoked after update of revoked_at on api_token
    for each row when (old.revoked_at is distinct from new.revoked_at)
    execute function tell_access_changed()`.execute(db)
}
