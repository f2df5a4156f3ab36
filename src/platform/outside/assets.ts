import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/**
 * Files of a folder, read once, as answers.
 * @param made those that are put together from several files, so that a phone asks once
 * @example const assets = assetsIn(join(import.meta.dirname, 'phone'), ['phone.css'])
 *          handleRaw(contract.phoneAsset, ({ params }) => assets(params.name))
 */
export function assetsIn<Name extends string>(
  folder: string,
  names: readonly Name[],
  made: { readonly [_ in Name]?: readonly string[] } = {},
): (name: Name) => Response {
  const textOf = (name: Name) => (made[name] ?? [name]).map((file) => readFileSync(join(folder, file), 'utf8')).join('')
  const read = new Map(names.map((name) => [name, textOf(name)]))
  return (name) =>
    new Response(read.get(name), {
      headers: { 'content-type': types[extname(name)] ?? 'text/plain', 'cache-control': 'public, max-age=300' },
    })
}
