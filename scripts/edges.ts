import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { astraySql, circles, crossings, foreignReads, importsIn, tablesIn, type Import } from './edges.rules.ts'

/** Checks that imports and SQL point one way (CONTRIBUTING.md), and says which rule one breaks. */
const root = resolve(import.meta.dirname, '..')
const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
const files = entries.filter(({ name }) => /\.tsx?$/.test(name)).map(({ parentPath, name }) => join(parentPath, name))
const sources = await Promise.all(files.map(async (path) => ({ path, source: await readFile(path, 'utf8') })))
const imports = sources.flatMap(importsOf)
const tables = sources.flatMap(({ path, source }) => tablesIn(relative(root, path), source))
const owners = new Map(tables.map(({ name, from }) => [name, from]))

const reads = sources.flatMap(({ path, source }) => foreignReads(relative(root, path), source, owners))
const astray = sources.flatMap(({ path, source }) => astraySql(relative(root, path), source))
const wrong = crossings(imports)
const round = circles(imports)
for (const { from, line, target, why } of wrong) console.error(`${from}:${line} imports ${target}\n  ${why}`)
for (const { from, line, target, why } of reads) console.error(`${from}:${line} reads ${target}\n  ${why}`)
for (const { from, line, target, why } of astray) console.error(`${from}:${line} asks by ${target}\n  ${why}`)
for (const circle of round) {
  console.error(`${[...circle, circle[0]].join(' → ')}: departments need each other in a circle.`)
  console.error('  One of them publishes an event, and the other listens.')
}
const faults = wrong.length + reads.length + astray.length + round.length
console.log(`${files.length} files, ${imports.length} imports, ${tables.length} tables, ${faults} against the rules`)
process.exit(faults > 0 ? 1 : 0)

function importsOf({ path, source }: { path: string; source: string }): Import[] {
  const from = relative(root, path)
  return importsIn(source).map(({ line, address }) => {
    const isPackage = !address.startsWith('.')
    return { from, line, isPackage, target: isPackage ? address : relative(root, resolve(dirname(path), address)) }
  })
}
