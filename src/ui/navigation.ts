import type { Place, PlaceGroup } from './places.ts'

const productionGroups = ['plan', 'get', 'shoot', 'money', 'post', 'paper'] as const
export type ProductionGroup = (typeof productionGroups)[number]

const groupLabels: Record<ProductionGroup, string> = {
  plan: 'Plan',
  get: 'Get',
  shoot: 'Shoot',
  money: 'Money',
  post: 'Post',
  paper: 'Paper',
}

/** What a person may do: office-wide, and inside the production that is open. */
export interface Abilities {
  office: ReadonlySet<string>
  production: ReadonlySet<string>
}

export interface Navigation {
  office: Place[]
  settings: Place[]
  overview: Place[]
  groups: { group: ProductionGroup; label: string; places: Place[] }[]
}

const allowed = (place: Place, abilities: Abilities) =>
  place.ability === undefined || abilities.office.has(place.ability) || abilities.production.has(place.ability)

/** The product's own order of places, so that departments need not agree on numbers. */
const productOrder = [
  ...['Today', 'Productions', 'Calendar', 'People and vendors', 'Library', 'Money', 'Reports'],
  ...['Overview', 'Brief', 'Script', 'Breakdown', 'Schedule', 'Calendar', 'Tasks'],
  ...['Crew and bookings', 'Casting', 'Locations', 'Equipment', 'Travel', 'Supplies'],
  ...['Call sheets', 'Set reports', 'Budget', 'Orders', 'Invoices and receipts', 'Cost report'],
  ...['Media', 'Edits and tasks', 'Review', 'Delivery'],
  ...['Agreements and releases', 'Documents', 'Meetings', 'Binder', 'Reports'],
]

/** Settings stand under what they are about, in this order. */
const settingsShelves: readonly (readonly [shelf: string, labels: readonly string[]])[] = [
  ['The office', ['Office', 'People with access', 'Roles', 'Links', 'Outbox', 'API tokens', 'Webhooks', 'As it came']],
  [
    'Work and people',
    [
      'Departments',
      'Working time',
      'Overtime tables',
      'Minors’ hours',
      'Booking rules',
      'Call sheets',
      'Casting',
      'Vendor categories',
    ],
  ],
  ['Script and board', ['Breakdown', 'Schedules', 'Strip colours', 'Strip layouts', 'Revision colours']],
  ['Papers', ['Required papers', 'Paper templates', 'Paper rules', 'Document classes', 'Seal', 'Verify a paper']],
  ['Mine', ['My account', 'Appearance']],
]

/** The settings by what they are about; those no shelf names stand at the end. */
export function settingsByShelf(places: readonly Place[]): { shelf: string; places: Place[] }[] {
  const named = new Set(settingsShelves.flatMap(([, labels]) => labels))
  const shelves = settingsShelves.map(([shelf, labels]) => ({
    shelf,
    places: labels.flatMap((label) => places.filter((place) => place.label === label)),
  }))
  return [...shelves, { shelf: 'More', places: places.filter(({ label }) => !named.has(label)) }].filter(
    (it) => it.places.length > 0,
  )
}

function rank({ order, label, group }: Place): number {
  if (order !== undefined) return order
  const at = group === 'office' ? productOrder.indexOf(label) : productOrder.lastIndexOf(label)
  return at < 0 ? 500 : at
}

/** Places the product does not name follow by label; `order` on a place overrules both. */
const inOrder = (places: Place[]) => places.toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label))

/** The places a person meets, in order. A group with nothing in it is not shown. */
export function navigationOf(places: readonly Place[], abilities: Abilities): Navigation {
  const of = (group: PlaceGroup) => inOrder(places.filter((it) => it.group === group && allowed(it, abilities)))
  return {
    office: of('office'),
    settings: of('settings'),
    overview: of('production'),
    groups: productionGroups
      .map((group) => ({ group, label: groupLabels[group], places: of(group) }))
      .filter(({ places: found }) => found.length > 0),
  }
}

const filled = (path: string, params: Record<string, string>) =>
  path.replace(/\$([A-Za-z]+)/g, (whole, name: string) => params[name] ?? whole)

/** The address of a place: `hrefOf('/productions/$productionId/schedule', { productionId: 'p1' })`. */
export const hrefOf = (path: string, params: Record<string, string> = {}) => filled(path, params)

const segments = (path: string) => path.split('/').filter(Boolean)

/** How much of an address a place accounts for: its length in segments, or -1 when it is another place. */
function reach(place: Place, address: string): number {
  const wanted = segments(place.path)
  const given = segments(address)
  if (wanted.length > given.length) return -1
  return wanted.every((part, at) => part.startsWith('$') || part === given[at]) ? wanted.length : -1
}

/** The place of the navigation an address belongs to: a call sheet's page lights up *Call sheets*. */
export function placeAt(places: readonly Place[], address: string): Place | undefined {
  const reached = places.map((place) => ({ place, far: reach(place, address) })).filter(({ far }) => far >= 0)
  return reached.toSorted((a, b) => b.far - a.far)[0]?.place
}
