import { join } from 'node:path'
import type { Department } from '../department.ts'
import { handleRaw } from '../http/handle.ts'
import { assetsIn } from './assets.ts'
import { OutsideAsset, outsideAsset } from './outside.contract.ts'

export { assetsIn } from './assets.ts'
export { forBearer, localeAsked, orGone } from './bearer.ts'
export { gonePage, goneWords } from './gone.ts'
export { escaped, icon, lines, mapHref, safeHref, section, telHref } from './html.ts'
export { htmlResponse, outsidePage, standing, type OutsidePage } from './page.ts'

const assets = assetsIn(join(import.meta.dirname, 'assets'), OutsideAsset.options, {
  'outside.css': ['theme.css', 'page.css', 'forms.css'],
})

/** The worker is asked for with every visit, and may look after any address below which a page keeps itself. */
const workerHeaders = { 'cache-control': 'no-cache', 'service-worker-allowed': '/' }

export const outside: Department = {
  name: 'outside',
  routes: [
    handleRaw(outsideAsset, ({ params: { name } }) => {
      const answer = assets(name)
      if (name === 'worker.js') for (const [key, value] of Object.entries(workerHeaders)) answer.headers.set(key, value)
      return answer
    }),
  ],
}
