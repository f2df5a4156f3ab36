import { check } from '../../platform/department.ts'
import { scriptBinder } from './script.binder.ts'
import type { Department, SearchHit } from '../../platform/department.ts'
import * as productions from '../productions/index.ts'
import { breakdownConcerns } from './breakdown.rules.ts'
import * as elements from './element.store.ts'
import * as faces from './index.ts'
import * as scenes from './scene.store.ts'
import { sceneSubjects } from './scene.subjects.ts'
import { scriptRoutes } from './script.routes.ts'
import { shippedScript } from './script.shipped.ts'

export const script: Department = {
  name: 'script',
  routes: scriptRoutes,
  shipped: shippedScript,
  subjects: [sceneSubjects],
  binder: [scriptBinder],
  checks: [
    check(
      'breakdown',
      async (db, scope) => ({
        productionId: scope.productionId,
        scenes: await faces.scenes(db, scope),
        elements: await faces.elements(db, scope),
      }),
      breakdownConcerns,
    ),
  ],
  search: async (db, _scope, query) => {
    const [foundScenes, foundElements] = await Promise.all([scenes.search(db, query), elements.search(db, query)])
    const codes = await productions.codesByIds(
      db,
      [...foundScenes, ...foundElements].map(({ productionId }) => productionId),
    )
    return [
      ...foundScenes.map((hit): SearchHit => ({
        kind: 'scene',
        id: hit.id,
        label: hit.number === null ? hit.heading : `${hit.number}  ${hit.heading}`,
        detail: `Scene, ${codes.get(hit.productionId) ?? ''}`,
        href: `/productions/${hit.productionId}/breakdown?scene=${hit.id}`,
        score: hit.score,
      })),
      ...foundElements.map((hit): SearchHit => ({
        kind: 'element',
        id: hit.id,
        label: hit.name,
        detail: `${hit.category}, ${codes.get(hit.productionId) ?? ''}`,
        href: `/productions/${hit.productionId}/breakdown/elements?element=${hit.id}`,
        score: hit.score,
      })),
    ]
  },
}
