import { sql, type Kysely } from 'kysely'

/** What positions are also called on crew lists (English-speaking sets, call sheets and union lists, November 2026). */
const ALSO: Readonly<Record<string, string>> = {
  'Executive producer': 'EP|Exec producer',
  'Line producer': 'LP',
  Director: 'Dir|Regie',
  '1st AD': 'First AD|1st assistant director|First assistant director|AD',
  '2nd AD': 'Second AD|2nd assistant director|Second assistant director|Key 2nd AD',
  '2nd 2nd AD': 'Second second AD|2nd 2nd assistant director',
  '3rd AD': 'Third AD|3rd assistant director|Third assistant director',
  'Set PA': 'PA|Production assistant|Floor runner',
  'BG wrangler': 'Crowd AD|Extras wrangler',
  'Unit production manager': 'UPM',
  'Production manager': 'PM',
  'Production coordinator': 'POC|Prod coordinator|Production co-ordinator|Coordinator',
  'Assistant coordinator': 'APOC|Assistant production coordinator',
  'Office PA': 'Office production assistant|Office runner',
  Runner: 'Production runner',
  'Production accountant': 'Accountant',
  'Script supervisor': 'Scripty|Continuity|Script continuity',
  'Director of photography': 'DP|DoP|D.o.P.|Cinematographer|Cameraman|Kamera',
  'A camera operator': 'A operator|A cam operator|A-cam operator|Camera operator|Cam op|Operator',
  'B camera operator': 'B operator|B cam operator|B-cam operator',
  '1st AC': 'First AC|1st assistant camera|First assistant camera|Focus puller|A cam 1st AC|1AC',
  '2nd AC': 'Second AC|2nd assistant camera|Second assistant camera|Clapper loader|A cam 2nd AC|2AC',
  DIT: 'Digital imaging technician',
  'Data wrangler': 'DMT|Data manager|Media manager|Loader',
  'Camera PA': 'Camera trainee|Camera assistant',
  'Steadicam operator': 'Steadicam',
  'Drone pilot': 'Drone operator|UAV pilot',
  'Still photographer': 'Stills photographer|Unit stills|Stills|Photographer',
  'Video assist': 'VTR|Video operator|Video assist operator|VTR operator',
  BTS: 'EPK|Behind the scenes|Making of',
  'Key grip': 'Grip head',
  'Best boy grip': 'BBG',
  Gaffer: 'Chief lighting technician|CLT|Oberbeleuchter',
  'Best boy electric': 'BBE|Best boy|Best boy lighting|Assistant chief lighting technician',
  'Lamp operator': 'Electrician|Electric|Spark|Lighting technician|Set lighting technician|Beleuchter',
  'Board operator': 'Desk operator|Lighting desk operator|Console operator|Dimmer operator',
  'Generator operator': 'Genny operator|Genny op|Genop',
  'Production mixer': 'Sound mixer|Production sound mixer|Sound recordist|Sound|Mixer|Ton',
  'Boom operator': 'Boom|Boom op|Boom swinger',
  'Sound utility': 'Utility|Utility sound technician|UST|Sound assistant|2nd assistant sound',
  'Set decorator': 'Set dec|Decorator',
  'Property master': 'Prop master|Props master|Props|Property mistress',
  'Assistant props': 'Props assistant|Prop assistant|Standby props',
  'Wardrobe stylist': 'Stylist|Wardrobe',
  'Costume supervisor': 'Wardrobe supervisor',
  'Set costumer': 'Costume standby|Standby costume|Wardrobe assistant',
  'Hair and make-up head':
    'HMU|HMUA|H&MU|Hair and make-up|Hair & makeup|Make-up designer|Hair and make-up artist|Maske',
  'Key make-up artist': 'Make-up artist|Make-up|MUA|Key make-up',
  'Key hair stylist': 'Hair stylist|Hair|Hairdresser',
  'SFX make-up artist': 'Prosthetics artist|SFX make-up',
  Medic: 'Set medic|Paramedic|First aider',
  'Location manager': 'LM|Locations manager',
  'Assistant location manager': 'ALM',
  'Transportation coordinator': 'Transport coordinator',
  'Transportation captain': 'Transport captain|Transpo captain',
  Caterer: 'Catering',
  'Craft service': 'Crafty|Craft services|Craft',
  'Studio teacher': 'Set teacher|Tutor',
  'Teleprompter operator': 'Prompter|Teleprompter|Autocue operator|Autocue',
  Actor: 'Actress|Talent|Performer|Lead|Darsteller',
  'Voice-over artist': 'Voice-over|VO|VO artist|Voice artist|Narrator',
  Background: 'BG|Extra|Extras|Supporting artist|SA|Featured extra',
  Colourist: 'Colorist|Grader',
  'Re-recording mixer': 'Dubbing mixer',
  'Social editor': 'Social media manager|Social media editor',
}

/**
 * The office edits its departments and positions: what else a position is called, and which department is the cast's,
 * whatever it is called. The version of the list is that of all its rows together.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table department add column is_cast boolean not null default false,
    add column version integer not null default 1,
    add column source text not null default 'Usual order of crew lists and call sheets; shipped with Unitbase',
    add column as_of date not null default '2026-11-26'`.execute(db)
  await sql`alter table department alter column source drop default, alter column as_of drop default`.execute(db)
  await sql`create unique index department_cast on department (is_cast) where is_cast`.execute(db)
  await sql`update department set is_cast = true where name = 'Cast'`.execute(db)
  // Nothing loses its department because somebody tidies the list.
  for (const table of ['person', 'booking', 'booking_ask', 'crew_need'])
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(`${table}_department_id_fkey`)},
      add constraint ${sql.ref(`${table}_department_id_fkey`)}
        foreign key (department_id) references department on delete restrict`.execute(db)
  await sql`alter table position add column also text[] not null default '{}'`.execute(db)
  for (const [name, also] of Object.entries(ALSO))
    await sql`update position set also = ${also.split('|')}::text[] where name = ${name}`.execute(db)
  await sql`insert into shipped_row (list, row_id, row, parts, sort)
    select 'crew-departments', d.id::text, to_jsonb(d) - 'version',
      (select coalesce(jsonb_agg(to_jsonb(p) order by p.sort), '[]') from position as p where p.department_id = d.id), d.sort
    from department as d`.execute(db)
}
