/** One import statement: the file it stands in and the file of ours it reaches, both from the root; or a package. */
export interface Import {
  from: string
  line: number
  target: string
  isPackage: boolean
}

export interface Crossing {
  from: string
  line: number
  target: string
  why: string
}

interface Rule {
  why: string
  applies: (file: string) => boolean
  allows: (target: string, file: string) => boolean
}

const departmentOf = (file: string) => /^src\/departments\/([^/]+)\//.exec(file)?.[1]
const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`)
const isKernel = isIn('src/kernel')
const isPlatform = isIn('src/platform')
const isScreens = (file: string) => /^src\/departments\/[^/]+\/screens\//.test(file)
const hasRole = (...roles: string[]) => {
  const pattern = new RegExp(`\\.(${roles.join('|')})\\.tsx?$`)
  return (file: string) => pattern.test(file)
}
/** Shapes, words and facts that rules and screens share are as pure as the rules themselves, and held to the same edge. */
const PURE = ['rules', 'contract', 'view', 'facts', 'blocks', 'words']
/** Readers and writers of file formats are pure too: bytes in, facts out. */
const isFormat = (file: string) => /^src\/departments\/[^/]+\/formats\//.test(file)
const isPromise = (file: string) => hasRole(...PURE)(file) || file.endsWith('Words.ts') || isFormat(file)
const isFace = (file: string) => /^src\/departments\/[^/]+\/index\.ts$/.test(file)
const isOwn = (target: string, file: string) => departmentOf(target) === departmentOf(file)
const isDepartments = (file: string) => departmentOf(file) !== undefined && !isScreens(file)

/** What every store may hold: the handles `Db` and `Tx`, and the proofs of access it demands. */
const HANDLES = /^src\/platform\/(database|access)\//

const RULES: Rule[] = [
  {
    why: 'The kernel imports nothing of ours: everybody else stands on it.',
    applies: isKernel,
    allows: isKernel,
  },
  {
    why: 'Rules and contracts import only the kernel, Zod, and each other within their department: they run in the browser too.',
    applies: (file) => isPromise(file) && isDepartments(file),
    allows: (target, file) => isKernel(target) || (isPromise(target) && isOwn(target, file)),
  },
  {
    why: 'A store speaks SQL and nothing else: the kernel, database handles, its own tables, rules and contracts.',
    applies: (file) => hasRole('store')(file) && isDepartments(file),
    allows: (target, file) =>
      isKernel(target) ||
      HANDLES.test(target) ||
      (isPlatform(target) && hasRole('table')(target)) ||
      (isOwn(target, file) && (hasRole('table', 'store')(target) || isPromise(target))),
  },
  {
    why: 'Screens import the kernel, client, ui, and contracts and rules of any department; never a store, an action or the platform.',
    applies: isScreens,
    allows: (target, file) =>
      isKernel(target) ||
      isIn('src/client')(target) ||
      isIn('src/ui')(target) ||
      ((departmentOf(target) !== undefined || isPlatform(target)) && isPromise(target)) ||
      (isScreens(target) && isOwn(target, file)),
  },
  {
    why: 'A department reaches another only through its index.ts, which names each export.',
    applies: isDepartments,
    allows: (target, file) =>
      isKernel(target) || isPlatform(target) || isFace(target) || (isDepartments(target) && isOwn(target, file)),
  },
  {
    why: 'The platform knows no department.',
    applies: isPlatform,
    allows: (target) => isKernel(target) || isPlatform(target),
  },
  {
    why: 'The client knows contracts only by their type: it imports the kernel.',
    applies: isIn('src/client'),
    allows: (target) => isKernel(target) || isIn('src/client')(target),
  },
  {
    why: 'Components of ui know no department.',
    applies: isIn('src/ui'),
    allows: (target) => isKernel(target) || isIn('src/client')(target) || isIn('src/ui')(target),
  },
]

const isTest = (file: string) => /\.(test|fixture)\.tsx?$/.test(file) || file.includes('/fixtures/')

/** Imports of ours that point the wrong way, each with the rule it breaks. Tests may reach everything. */
export function crossings(imports: readonly Import[]): Crossing[] {
  return imports
    .filter(({ from, isPackage }) => !isPackage && !isTest(from))
    .flatMap(({ from, line, target }) => {
      const broken = RULES.find((rule) => rule.applies(from) && !rule.allows(target, from))
      return broken ? [{ from, line, target, why: broken.why }] : []
    })
}

/** Departments that need each other through their faces, each circle once: `['schedule', 'script']`. */
export function circles(imports: readonly Import[]): string[][] {
  const needs = new Map<string, Set<string>>()
  for (const { from, target, isPackage } of imports) {
    const [here, there] = [departmentOf(from), departmentOf(target)]
    if (isPackage || isTest(from) || isScreens(from) || !here || !there || here === there) continue
    needs.set(here, (needs.get(here) ?? new Set()).add(there))
  }
  const found = new Map<string, string[]>()
  const walk = (name: string, path: string[]) => {
    const at = path.indexOf(name)
    if (at >= 0) {
      const circle = path.slice(at)
      const first = circle.indexOf(circle.toSorted()[0] ?? '')
      found.set(circle.toSorted().join(), [...circle.slice(first), ...circle.slice(0, first)])
      return
    }
    for (const next of needs.get(name) ?? []) walk(next, [...path, name])
  }
  for (const name of needs.keys()) walk(name, [])
  return [...found.values()]
}

/** One table of the schema: its name and the file that declares it. */
export interface Table {
  name: string
  from: string
}

/** Tables a file adds to the schema (`declare module … { interface Schema { … } }`). */
export function tablesIn(from: string, source: string): Table[] {
  const [, body = ''] = /interface Schema \{(.*?)\n {2}\}/s.exec(source) ?? []
  return [...body.matchAll(/^\s*'?([\w.]+)'?:/gm)].map(([, name = '']) => ({ name, from }))
}

/**
 * The one read past a face that stands: a new production begins with the office's zone and paper, and the office itself
 * stands on productions, so it cannot be asked.
 */
const STANDING = new Set(['src/departments/productions/production.store.ts reads office'])

const BUILT = /(?:selectFrom|insertInto|updateTable|deleteFrom|[a-z]+Join)\(\s*\(?'([\w.]+)/g
const WRITTEN = /\b(?:from|join|update|into)\s+([a-z_]+(?:\.[a-z_]+)?)\b/g

/** SQL of a department that names a table another department declares: what it needs is asked of the other's face. */
export function foreignReads(from: string, source: string, owners: ReadonlyMap<string, string>): Crossing[] {
  const here = departmentOf(from)
  if (here === undefined || isTest(from) || isScreens(from)) return []
  const written = [...source.matchAll(/sql(?:<[^`]*>)?`[^`]*`/g)].flatMap(({ index, 0: text }) =>
    [...text.matchAll(WRITTEN)].map((it) => ({ at: index + it.index, table: it[1] ?? '' })),
  )
  const built = [...source.matchAll(BUILT)].map(({ index, 1: table = '' }) => ({ at: index, table }))
  return [...built, ...written].flatMap(({ at, table }) => {
    const owner = owners.get(table)
    const there = owner === undefined ? undefined : departmentOf(owner)
    if (there === undefined || there === here || STANDING.has(`${from} reads ${table}`)) return []
    const why = `A department reads only tables of its own: ${table} is asked of ${there}.`
    return [{ from, line: source.slice(0, at).split('\n').length, target: table, why }]
  })
}

const ASKED = /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(\s*\(?'|`\s*\.execute\(/g

/** Questions to the database outside a store: an action tells its story, and the store beside it speaks SQL. */
export function astraySql(from: string, source: string): Crossing[] {
  if (departmentOf(from) === undefined || isTest(from) || hasRole('store')(from)) return []
  return [...source.matchAll(ASKED)].map(({ index, 0: target }) => ({
    from,
    line: source.slice(0, index).split('\n').length,
    target: target.replaceAll(/\W/g, '') || 'sql',
    why: 'SQL stands in a store: x.store.ts.',
  }))
}

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/g

/** The addresses a source file imports, with the line each stands in. */
export function importsIn(source: string): { line: number; address: string }[] {
  return [...source.matchAll(STATEMENT)].map((match) => ({
    line: source.slice(0, match.index + match[0].length).split('\n').length,
    address: match[1] ?? match[2] ?? match[3] ?? '',
  }))
}
