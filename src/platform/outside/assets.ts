import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/**
 * Files of a folder, read once, as answers.
 * @example const assets = assetsIn(join(import.meta.dirname, 'phone'), ['phone.css'])
 *          handleRaw(contract.phoneAsset, ({ params }) => assets(params.name))
 */
export function assetsIn<Name extends string>(folder: string, names: readonly Name[]): (name: Name) => Response {
  const read = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  return (name) =>
    new Response(read.get(name), {
      headers: { 'content-type': types[extname(name)] ?? 'text/plain', 'cache-control': 'public, max-age=300' },
    })
}
