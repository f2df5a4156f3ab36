import type { Department } from '../../platform/department.ts'
import { on } from '../../platform/events.ts'
import { setDayRate } from './profile.store.ts'
import { searchDirectory } from './directory.search.ts'
import { engagementSubjects } from './engagement.subjects.ts'
import { exchangeRoutes } from './exchange.routes.ts'
import { shippedPeople } from './people.shipped.ts'
import { privateNoteRoutes } from './privateNote.routes.ts'
import { profileRoutes } from './profile.routes.ts'
import { engagementRoutes, personRoutes } from './person.routes.ts'

export const people: Department = {
  name: 'people',
  routes: [...personRoutes, ...profileRoutes, ...engagementRoutes, ...privateNoteRoutes, ...exchangeRoutes],
  search: searchDirectory,
  shipped: shippedPeople,
  subjects: engagementSubjects,
  listeners: [
    on('pay.rates_changed', async (_app, tx, { personId, day }) => void (await setDayRate(tx, personId, day))),
  ],
}
