import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['UNITBASE_API'] ?? 'http://127.0.0.1:4100'
const served = ['/v1', '/api', '/files', '/healthz', '/openapi.json', '/docs', '/problems']

/**
 * The web build. Each department's screens are a chunk of their own (they are loaded with `lazy`), and what a first
 * visit needs stays under the limit that tests/ui/bundle.test.ts guards.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: 'src/ui/public',
  plugins: [react()],
  server: { port: 4173, proxy: Object.fromEntries(served.map((path) => [path, { target: api, changeOrigin: false }])) },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    // What many screens share is one file: a hundred small ones cost a page more than their bytes do.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'house', minShareCount: 8 }] } } },
  },
})
