import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const SQUEEZES = /^(text\/|application\/(json|manifest)|image\/svg)/

interface WebFile {
  type: string
  etag: string
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

/** Where `vite build` leaves the web app. */
const WEB_FOLDER = resolve(import.meta.dirname, '../../dist/web')

/**
 * The web app's files on whatever address no contract claimed. Names under `/assets/` carry a hash of their content and
 * may be kept for ever; any other page is the app itself, which then reads the address.
 */
export function serveWebFiles(server: Hono, folder = WEB_FOLDER): void {
  const files = new Map<string, Promise<WebFile | undefined>>()
  const find = (path: string) => {
    const known = files.get(path)
    if (known) return known
    const loading = load(folder, path)
    files.set(path, loading)
    // Addresses that are no file are without number, so they are not kept.
    void loading.then((file) => file ?? files.delete(path))
    return loading
  }
  server.get('*', async (c) => {
    const path = new URL(c.req.url).pathname
    const file = path === '/' || !/^\/[\w./-]+$/.test(path) || path.includes('..') ? undefined : await find(path)
    if (file) return answer(c, file, path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (extname(path) !== '' || path.startsWith('/v1/')) return c.notFound()
    const page = await find('/index.html')
    return page
      ? answer(c, page, 'no-cache')
      : c.text('The web app is not built. Start the office with: npm start', 503)
  })
}

function answer(c: Context, file: WebFile, caching: string): Response {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': caching,
    etag: file.etag,
    vary: 'accept-encoding',
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((name) => file[name] && accepted.includes(name))
  const body = (encoding && file[encoding]) ?? file.plain
  return c.body(new Uint8Array(body), 200, { ...headers, ...(encoding && { 'content-encoding': encoding }) })
}

/** Reads and squeezes a file once; the build does not change under a running office. */
async function load(folder: string, path: string): Promise<WebFile | undefined> {
  const plain = await readFile(join(folder, path)).catch(() => undefined)
  if (!plain) return undefined
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  if (!SQUEEZES.test(type) || plain.length < 1024) return { type, etag, plain }
  // 6 is within one part in two hundred of 9 on our files, at a hundredth of the time a first visit would wait for.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(plain, quality), promisify(gzip)(plain)])
  return { type, etag, plain, br, gzip: zipped }
}
