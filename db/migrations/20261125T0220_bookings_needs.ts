import { sql, type Kysely } from 'kysely'

const usual: Record<string, [name: string, positions: string]> = {
  commercial: [
    'Commercial, two to four days',
    `Producers: Producer, Line producer; Direction: Director, 1st AD, 2nd AD; Production office: Production manager,
     Production coordinator, Office PA; Script: Script supervisor; Camera: Director of photography, 1st AC, 2nd AC, DIT;
     Grip: Key grip, Best boy grip; Electric: Gaffer, Best boy electric, Lamp operator*2; Sound: Production mixer, Boom operator;
     Art: Production designer, Set decorator; Props: Property master, Food stylist; Costume: Stylist;
     Hair and make-up: Department head; Locations: Location manager; Transportation: Driver; Catering and craft: Craft service`,
  ],
  corporate: [
    'Corporate film, small unit',
    `Producers: Producer; Direction: Director; Production office: Production coordinator; Camera: Director of photography, 1st AC;
     Electric: Gaffer; Sound: Production mixer; Hair and make-up: Department head`,
  ],
  documentary: [
    'Documentary, field unit',
    'Producers: Producer; Direction: Director; Camera: Director of photography, 1st AC; Sound: Production mixer',
  ],
  social: [
    'Social content, one day',
    'Producers: Producer; Direction: Director; Camera: Director of photography; Electric: Gaffer; Hair and make-up: Department head',
  ],
  narrative: [
    'Narrative, full crew',
    `Producers: Producer, Line producer; Direction: Director, 1st AD, 2nd AD, 2nd 2nd AD, Set PA*2; Production office: Production manager,
     Production coordinator, Assistant coordinator, Office PA; Accounting: Production accountant; Script: Script supervisor;
     Camera: Director of photography, A operator, 1st AC, 2nd AC, DIT, Still photographer; Grip: Key grip, Best boy grip, Dolly grip, Grip*2;
     Electric: Gaffer, Best boy electric, Lamp operator*3; Sound: Production mixer, Boom operator, Utility;
     Art: Production designer, Art director, Set decorator, Set dresser*2; Props: Property master, Assistant props;
     Costume: Costume designer, Supervisor, Set costumer; Hair and make-up: Department head, Key; Locations: Location manager, Assistant;
     Transportation: Captain, Driver*3; Catering and craft: Caterer, Craft service; Stunts and safety: Medic`,
  ],
}

const source = 'Usual positions by kind of production; shipped with Unitbase'

/** Positions a production needs, and the usual ones by kind of production. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table crew_need (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      department_id uuid not null references department on delete cascade,
      title text not null,
      count smallint not null check (count > 0),
      dates date[] not null default '{}',
      sort integer not null default 0
    )`.execute(db)
  await sql`create index crew_need_production on crew_need (production_id, sort)`.execute(db)
  await sql`create index crew_need_department on crew_need (department_id)`.execute(db)
  await sql`
    create table crew_template (
      id uuid primary key,
      kind text not null,
      name text not null,
      department text not null,
      title text not null,
      count smallint not null check (count > 0),
      sort integer not null,
      source text not null,
      dated date not null,
      unique (kind, title)
    )`.execute(db)
  for (const [kind, [name, positions]] of Object.entries(usual)) {
    let sort = 0
    for (const group of positions.split(';')) {
      const [department = '', titles = ''] = group.split(':')
      for (const each of titles.split(',')) {
        const [title = '', count = '1'] = each.trim().split('*')
        sort += 10
        await sql`
          insert into crew_template (id, kind, name, department, title, count, sort, source, dated)
          values (gen_random_uuid(), ${kind}, ${name}, ${department.trim()}, ${title.replaceAll(/\s+/g, ' ')}, ${Number(count)},
            ${sort}, ${source}, '2026-11-25')
          on conflict do nothing`.execute(db)
      }
    }
  }
}
