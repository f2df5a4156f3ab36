import {
  IconCalendarEvent,
  IconFile,
  IconMapPin,
  IconMovie,
  IconPackage,
  IconPlus,
  IconSettings,
  IconSlash,
  IconUser,
} from '@tabler/icons-react'
import { browser } from '../../../client/react.ts'
import type { Found } from '../../../ui/finder.rules.ts'
import { hrefOf, type Navigation } from '../../../ui/navigation.ts'
import type { PlaceIcon } from '../../../ui/places.ts'
import type { Me } from '../office.contract.ts'
import { search, type SearchResult } from '../today.contract.ts'

/** What a kind of record is called as a heading, and its sign. Kinds that are not here stand under *Found*. */
const kinds: Record<string, { group: string; icon: PlaceIcon }> = {
  person: { group: 'People', icon: IconUser },
  company: { group: 'Companies', icon: IconUser },
  scene: { group: 'Scenes', icon: IconSlash },
  element: { group: 'Elements', icon: IconPackage },
  day: { group: 'Days', icon: IconCalendarEvent },
  shoot_day: { group: 'Days', icon: IconCalendarEvent },
  call_sheet: { group: 'Call sheets', icon: IconFile },
  location: { group: 'Locations', icon: IconMapPin },
  production: { group: 'Productions', icon: IconMovie },
  board: { group: 'Boards', icon: IconCalendarEvent },
}

const found = ({ kind, id, label, detail, href }: SearchResult): Found => ({
  id: `${kind}:${id}`,
  group: kinds[kind]?.group ?? 'Found',
  icon: kinds[kind]?.icon,
  label,
  detail,
  to: href,
})

/** Findings of one kind stand together, in the order their best one was found. */
const together = (items: Found[]): Found[] => [...Map.groupBy(items, (it) => it.group).values()].flat()

export async function findInOffice(text: string, signal: AbortSignal): Promise<Found[]> {
  const { items } = await browser.call(search, { query: { text: text.slice(0, 100) }, signal })
  return together(items.map(found))
}

/** Places and commands for the finder: where one can go, and what can be begun from anywhere. */
export function commandsOf(navigation: Navigation, me: Me, productionId: string | undefined): Found[] {
  const params = { productionId: productionId ?? '' }
  const place = (group: string) => (it: Navigation['office'][number]) => ({
    id: it.id,
    group,
    label: it.label,
    detail: '',
    icon: it.icon ?? IconFile,
    to: hrefOf(it.path, params),
  })
  const inside =
    productionId === undefined ? [] : [...navigation.overview, ...navigation.groups.flatMap((it) => it.places)]
  const title = me.productions.find(({ id }) => id === productionId)?.title ?? 'Production'
  return [
    ...navigation.office.map(place('Go to')),
    ...inside.map(place(title)),
    ...me.productions
      .filter(({ id }) => id !== productionId)
      .map(({ id, title: label, code }) => ({
        id,
        group: 'Productions',
        label,
        detail: code,
        icon: IconMovie,
        to: `/productions/${id}`,
      })),
    ...(me.abilities.includes('productions.create')
      ? [
          {
            id: 'new-production',
            group: 'Begin',
            label: 'New production',
            detail: '',
            icon: IconPlus,
            to: '/productions?new=1',
          },
        ]
      : []),
    ...navigation.settings.map((it) => ({ ...place('Settings')(it), icon: it.icon ?? IconSettings })),
  ]
}
