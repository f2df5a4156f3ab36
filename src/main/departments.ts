import { office } from '../departments/office/department.ts'
import { bookings } from '../departments/bookings/department.ts'
import { casting } from '../departments/casting/department.ts'
import { documents } from '../departments/documents/department.ts'
import { locations } from '../departments/locations/department.ts'
import { people } from '../departments/people/department.ts'
import { papers } from '../departments/papers/department.ts'
import { timesheets } from '../departments/timesheets/department.ts'
import { pay } from '../departments/pay/department.ts'
import { productions } from '../departments/productions/department.ts'
import { callsheets } from '../departments/callsheets/department.ts'
import { script } from '../departments/script/department.ts'
import { schedule } from '../departments/schedule/department.ts'
import { agreements } from '../departments/agreements/department.ts'
import { reports } from '../departments/reports/department.ts'
import { vendors } from '../departments/vendors/department.ts'
import type { Department } from '../platform/department.ts'
import { mail } from '../platform/mail/index.ts'
import { outside } from '../platform/outside/index.ts'
import { uploads } from '../platform/uploads/index.ts'
import { webhooks } from '../platform/webhooks/index.ts'
import type { BoundJob } from '../platform/jobs.ts'

/** Every department of this office, in the order people meet them. */
export const departments: readonly Department[] = [
  office,
  mail,
  uploads,
  webhooks,
  outside,
  productions,
  people,
  pay,
  papers,
  vendors,
  timesheets,
  locations,
  bookings,
  script,
  callsheets,
  schedule,
  casting,
  documents,
  agreements,
  reports,
]

export const everyJob = (): BoundJob[] => departments.flatMap((department) => department.jobs ?? [])
