/**
 * Who may do what: the one table the server decides by and fills `can` from. Rows are abilities; an ability that
 * is not listed for a role is refused. Office abilities hold everywhere; production abilities hold inside one
 * production, for members of it in that role and for office roles that reach all productions.
 */

export const officeRoles = ['owner', 'admin', 'coordinator', 'finance', 'member'] as const
export type OfficeRole = (typeof officeRoles)[number]

export const productionRoles = [
  'producer',
  'coordinator',
  'department_head',
  'crew',
  'finance',
  'client',
  'vendor',
] as const
export type ProductionRole = (typeof productionRoles)[number]

const runsOffice = ['owner', 'admin'] as const
const staff = ['owner', 'admin', 'coordinator'] as const
const anyone = officeRoles

/** Abilities on the whole office, by office role. */
const officeTable = {
  'office.read': anyone,
  'office.settings': runsOffice,
  'office.access': runsOffice,
  'office.audit': runsOffice,
  'office.links': staff,
  'office.outbox': staff,
  'office.webhooks': runsOffice,
  'office.today': anyone,
  'productions.list': anyone,
  'productions.create': staff,
  'people.read': [...staff, 'finance'],
  'people.edit': staff,
  'people.import': staff,
  'people.merge': staff,
  'papers.rules': runsOffice,
  'vendors.read': [...staff, 'finance'],
  'vendors.edit': staff,
  /** Enter an account, see it in full (each look is on record), and let it count after the call back. */
  'vendors.bank': [...runsOffice, 'finance'],
  'vendors.settings': runsOffice,
  'pay.read': [...staff, 'finance'],
  'pay.edit': staff,
  'pay.settings': [...runsOffice, 'finance'],
  'bookings.timeline': [...staff, 'finance'],
  /** Documents over all productions one may open, each with the eyes of one's role there. */
  'documents.library': anyone,
  /** The list of rooms, vehicles and things; booking them is `bookings.edit` of a production. */
  'bookables.edit': staff,
  'agreements.templates': staff,
  'agreements.seal': runsOffice,
  'files.upload': anyone,
  'account.own': anyone,
} as const satisfies Record<string, readonly OfficeRole[]>

const makers = ['producer', 'coordinator'] as const
const keepers = ['producer', 'coordinator', 'finance'] as const
const planners = ['producer', 'coordinator', 'department_head'] as const
const insiders = ['producer', 'coordinator', 'department_head', 'finance'] as const
const unit = ['producer', 'coordinator', 'department_head', 'finance', 'crew'] as const
const members = productionRoles

/** Abilities inside one production, by role in that production. */
const productionTable = {
  'production.read': members,
  'production.edit': makers,
  'production.members': makers,
  'script.read': unit,
  'script.edit': makers,
  'breakdown.edit': planners,
  'schedule.read': insiders,
  'schedule.published': members,
  'schedule.edit': makers,
  'schedule.publish': makers,
  'crew.read': insiders,
  'crew.edit': makers,
  'bookings.read': insiders,
  'bookings.edit': makers,
  'casting.read': insiders,
  /** Mark and note, and nothing else: a director, a head of department. */
  'casting.assess': planners,
  'casting.edit': makers,
  'locations.read': unit,
  'locations.edit': planners,
  'callsheets.read': insiders,
  'callsheets.edit': makers,
  'callsheets.approve': makers,
  'callsheets.publish': makers,
  'agreements.read': keepers,
  'agreements.edit': makers,
  'agreements.cover': planners,
  'documents.read': members,
  'documents.edit': planners,
  'documents.share': makers,
  'binder.build': insiders,
  'timesheets.read': ['producer', 'coordinator', 'department_head', 'finance'],
  'timesheets.edit': planners,
  'timesheets.approve': makers,
  'papers.read': ['producer', 'coordinator', 'finance'],
  'papers.edit': makers,
  'quotes.read': keepers,
  'quotes.edit': makers,
  'reports.read': insiders,
  'feeds.manage': makers,
  'concerns.read': insiders,
  'concerns.answer': makers,
  'activity.read': makers,
} as const satisfies Record<string, readonly ProductionRole[]>

export type OfficeAbility = keyof typeof officeTable
export type ProductionAbility = keyof typeof productionTable
export type Ability = OfficeAbility | ProductionAbility

export const officeAbilities = Object.keys(officeTable) as OfficeAbility[]
export const productionAbilities = Object.keys(productionTable) as ProductionAbility[]

/** Office roles that are at home in every production, and as what. */
const everywhere: Partial<Record<OfficeRole, ProductionRole>> = {
  owner: 'producer',
  admin: 'producer',
  coordinator: 'coordinator',
  finance: 'finance',
}

/** The role a person acts in inside a production: their membership, else what their office role brings. */
export const roleInProduction = (
  office: OfficeRole | undefined,
  membership: ProductionRole | undefined,
): ProductionRole | undefined => membership ?? (office === undefined ? undefined : everywhere[office])

/** Whether an office role sees productions it is no member of. */
export const reachesAllProductions = (office: OfficeRole): boolean => everywhere[office] !== undefined

export const mayInOffice = (role: OfficeRole, ability: OfficeAbility): boolean =>
  (officeTable[ability] as readonly OfficeRole[]).includes(role)

export const mayInProduction = (role: ProductionRole, ability: ProductionAbility): boolean =>
  (productionTable[ability] as readonly ProductionRole[]).includes(role)
