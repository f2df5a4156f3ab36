import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { circles, crossings, importsIn, type Import } from './edges.rules.ts'

/** Checks that imports point one way (CONTRIBUTING.md), and says which rule an import breaks. */
const root = resolve(import.meta.dirname, '..')
const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
const files = entries.filter(({ name }) => /\.tsx?$/.test(name)).map(({ parentPath, name }) => join(parentPath, name))
const imports = (await Promise.all(files.map(readImports))).flat()

const wrong = crossings(imports)
const round = circles(imports)
for (const { from, line, target, why } of wrong) console.error(`${from}:${line} imports ${target}\n  ${why}`)
for (const circle of round) {
  console.error(`${[...circle, circle[0]].join(' → ')}: departments need each other in a circle.`)
  console.error('  One of them publishes an event, and the other listens.')
}
console.log(`${files.length} files, ${imports.length} imports, ${wrong.length + round.length} against the rules`)
process.exit(wrong.length + round.length > 0 ? 1 : 0)

async function readImports(path: string): Promise<Import[]> {
  const from = relative(root, path)
  return importsIn(await readFile(path, 'utf8')).map(({ line, address }) => {
    const isPackage = !address.startsWith('.')
    return { from, line, isPackage, target: isPackage ? address : relative(root, resolve(dirname(path), address)) }
  })
}
