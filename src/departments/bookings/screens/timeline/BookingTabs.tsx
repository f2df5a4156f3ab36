import { useGo } from '../../../../ui/address.ts'
import { Tabs } from '../../../../ui/Tabs.tsx'

const PATHS = { directory: '/people', bookings: '/bookings', rooms: '/bookings/rooms' } as const

/** Who there is, who is booked when, and what is. */
export function BookingTabs({ at }: { at: 'bookings' | 'rooms' }) {
  const go = useGo()
  return (
    <Tabs
      label="People, rooms and vehicles"
      value={at}
      options={[
        { value: 'directory', label: 'Directory' },
        { value: 'bookings', label: 'Bookings' },
        { value: 'rooms', label: 'Rooms and vehicles' },
      ]}
      onChange={(next: keyof typeof PATHS) => next !== at && go(PATHS[next])}
    />
  )
}
