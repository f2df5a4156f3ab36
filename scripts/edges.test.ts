import { expect, test } from 'vitest'
import { astraySql, circles, crossings, foreignReads, importsIn, tablesIn } from './edges.rules.ts'

const edge = (from: string, target: string) => ({ from, line: 1, target, isPackage: false })

test.each([
  ['the kernel stands alone', 'src/kernel/time.ts', 'src/platform/clock.ts', 'The kernel'],
  ['a rule asks no store', 'src/departments/people/x.rules.ts', 'src/departments/people/x.store.ts', 'Rules'],
  ['a rule of another department', 'src/departments/people/x.rules.ts', 'src/departments/script/y.rules.ts', 'Rules'],
  ['a store reads no other table', 'src/departments/people/x.store.ts', 'src/departments/script/y.table.ts', 'A store'],
  ['a store queues no job', 'src/departments/people/x.store.ts', 'src/platform/jobs.ts', 'A store'],
  [
    'a screen calls no action',
    'src/departments/people/screens/P.tsx',
    'src/departments/people/x.actions.ts',
    'Screens',
  ],
  ['past the face', 'src/departments/people/x.actions.ts', 'src/departments/script/y.store.ts', 'A department reaches'],
  ['an action draws nothing', 'src/departments/people/x.actions.ts', 'src/ui/Page.tsx', 'A department reaches'],
  ['the platform', 'src/platform/jobs.ts', 'src/departments/people/index.ts', 'The platform'],
  ['a component', 'src/ui/Page.tsx', 'src/departments/people/x.contract.ts', 'Components'],
])('%s is refused', (_, from, target, why) => {
  expect(crossings([edge(from, target)]).map((crossing) => crossing.why)).toEqual([expect.stringContaining(why)])
})

test.each([
  ['src/departments/people/x.actions.ts', 'src/departments/script/index.ts'],
  ['src/departments/people/x.actions.ts', 'src/platform/app.ts'],
  ['src/departments/people/x.store.ts', 'src/platform/database/database.ts'],
  ['src/departments/people/x.store.ts', 'src/departments/people/x.table.ts'],
  ['src/departments/people/screens/P.tsx', 'src/departments/script/y.contract.ts'],
  ['src/departments/people/x.test.ts', 'src/departments/script/y.store.ts'],
  ['src/main/start.ts', 'src/departments/people/x.actions.ts'],
])('%s may import %s', (from, target) => expect(crossings([edge(from, target)])).toEqual([]))

test('departments that need each other are a circle, named once', () => {
  const there = edge('src/departments/people/x.actions.ts', 'src/departments/script/index.ts')
  const back = edge('src/departments/script/y.actions.ts', 'src/departments/people/index.ts')
  expect(circles([there])).toEqual([])
  expect(circles([there, back])).toEqual([['people', 'script']])
})

test('reads imports over several lines, of types, for effect, and later', () => {
  const source =
    "import {\n  a,\n  b,\n} from './a.ts'\nimport type { C } from './c.ts'\nimport './d.css'\nawait import('./e.ts')\n"
  expect(importsIn(source)).toEqual([
    { line: 4, address: './a.ts' },
    { line: 5, address: './c.ts' },
    { line: 6, address: './d.css' },
    { line: 7, address: './e.ts' },
  ])
})

test('a table is asked of the department that declares it, however the SQL is written', () => {
  const declared =
    "declare module '../../platform/database/schema.ts' {\n  interface Schema {\n    scene: SceneTable\n  }\n}"
  const tables = tablesIn('src/departments/script/script.table.ts', declared)
  expect(tables).toEqual([{ name: 'scene', from: 'src/departments/script/script.table.ts' }])
  const owners = new Map(tables.map(({ name, from }) => [name, from]))
  const lines = (from: string, source: string) => foreignReads(from, source, owners).map(({ line }) => line)
  const store = 'src/departments/people/x.store.ts'
  expect(lines(store, "\ndb.selectFrom('scene')")).toEqual([2])
  expect(lines(store, "db.selectFrom('person').innerJoin('scene', 'a', 'b')")).toEqual([1])
  expect(lines(store, 'sql`select 1 from person join scene on true`')).toEqual([1])
  expect(lines(store, '/** from scene to scene */')).toEqual([])
  expect(lines('src/departments/script/scene.store.ts', "db.selectFrom('scene')")).toEqual([])
})

test('SQL stands in stores, and nowhere else in a department', () => {
  const lines = (from: string, source: string) => astraySql(from, source).map(({ line }) => line)
  const action = 'src/departments/people/x.actions.ts'
  expect(lines(action, "\nawait tx.selectFrom('person').execute()")).toEqual([2])
  expect(lines(action, 'await sql`select pg_advisory_xact_lock(1)`.execute(tx)')).toEqual([1])
  expect(lines(action, 'await store.deleteFrom(tx, id)')).toEqual([])
  expect(lines('src/departments/people/x.store.ts', "db.selectFrom('person')")).toEqual([])
  expect(lines('src/platform/audit.ts', "tx.insertInto('audit_entry')")).toEqual([])
})
