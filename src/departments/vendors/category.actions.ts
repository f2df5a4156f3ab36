import { demandFresh } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as store from './category.store.ts'
import type { Write } from './vendor.actions.ts'
import type { setVendorCategories, VendorCategories, VendorCategoryId } from './category.contract.ts'

export const list = async (db: Db, scope: OfficeScope): Promise<VendorCategories> => ({
  items: (await store.all(db)).map((it) => ({ ...it, vendors: it.vendors ?? 0 })),
  ...(await store.version(db)),
  can: { edit: scope.can('vendors.settings') },
})

interface Put extends Write {
  readonly expected: number
  readonly body: BodyOf<typeof setVendorCategories>
}

/** @throws Stale */
export const put = (app: App, { scope, actor, expected, body }: Put) =>
  app.transaction(async (tx) => {
    const { version: current } = await store.lockVersion(tx)
    demandFresh({ expected, current }, 'the categories')
    const before = (await store.all(tx)).map(({ name }) => name).join(', ')
    await store.put(tx, {
      ...body,
      asOf: dayAt(app.clock.now(), 'UTC' as ZoneName),
      now: app.clock.now().toString(),
      nextId: () => app.ids.next<VendorCategoryId>(),
    })
    await app.audit.record(tx, actor, 'vendor.categories', {
      subject: { kind: 'vendor_category', id: 'all', label: 'Categories of vendors' },
      before: { names: before },
      after: { names: body.items.map(({ name }) => name).join(', '), source: body.source },
    })
    await app.announce(tx, { department: 'vendors', productionId: null, ids: [] })
    return list(tx, scope)
  })
