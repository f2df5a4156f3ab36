import { IconChevronLeft, IconChevronRight, IconDoor, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useRef, useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { addDays, mondayOf, type PlainDay } from '../../../../kernel/time.ts'
import { useSearchValue } from '../../../../ui/address.ts'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { formatDay, readersToday } from '../../../../ui/dates.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { Toolbar } from '../../../../ui/Toolbar.tsx'
import { useIsNarrow } from '../../../../ui/useIsNarrow.ts'
import { useKeys } from '../../../../ui/useKeys.ts'
import { plural } from '../../../../ui/words.ts'
import { getToday } from '../../../office/today.contract.ts'
import { BookableKind, type Bookable, type BookableTimeline } from '../../bookable.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import { BookingPanel } from '../timeline/BookingPanel.tsx'
import { BookingTabs } from '../timeline/BookingTabs.tsx'
import { HoldDialog, type Wanted } from '../timeline/HoldDialog.tsx'
import { TimelineAgenda } from '../timeline/TimelineAgenda.tsx'
import { TimelineBoard } from '../timeline/TimelineBoard.tsx'
import frameCss from '../timeline/TimelinePage.module.css'
import { TimelineLegend } from '../timeline/TimelineLegend.tsx'
import { useExtend } from '../timeline/useExtend.ts'
import { HoursBoard } from './HoursBoard.tsx'
import { ThingDialog } from './ThingDialog.tsx'
import { ThingPanel } from './ThingPanel.tsx'
import { KINDS } from './things.rules.ts'
import css from './Things.module.css'
import { useThings } from './useThings.ts'

/** Rooms, vehicles and things of the office: what is free when, by the hour or by the day, over all productions. */
export function ThingsPage() {
  const today = useAsk(getToday).data?.date ?? readersToday()
  const [from, setFrom] = useSearchValue('from')
  const [by, setBy] = useSearchValue('by')
  const [q, setQ] = useSearchValue('q')
  const [typed, setTyped] = useState(q ?? '')
  const [kind, setKind] = useSearchValue('kind')
  const [booking, setBooking] = useSearchValue('booking')
  const [thingId, setThing] = useSearchValue('thing')
  const [wanted, setWanted] = useState<Wanted>()
  const [editing, setEditing] = useState<Bookable | 'new'>()
  const frame = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow(frame, 720)
  const isByDay = by === 'days'
  const day = (from ?? today) as PlainDay
  const window = isByDay ? { from: mondayOf(day), days: 14 } : { from: day, days: 1 }
  const chosenKind = BookableKind.safeParse(kind).data
  const shown = useThings(window, { q: useDeferredValue(typed.trim()) || undefined, kind: chosenKind })
  const { asked, things, rows, colourOf, codeOf } = shown
  const extend = useExtend(window)
  const mayBook = things?.productions.some((it) => it.mayEdit) ?? false
  const step = isByDay ? 7 : 1
  const shift = (days: number) => setFrom(addDays(window.from, days))
  const close = () => {
    setBooking(undefined)
    setThing(undefined)
  }
  const openBar = ({ bookingId }: Bar) => {
    setThing(undefined)
    setBooking(bookingId)
  }
  const openThing = (id: string) => {
    setBooking(undefined)
    setThing(id)
  }
  const want = (thing: Bookable, more: Pick<Wanted, 'days' | 'hours'>) =>
    setWanted({ resource: { kind: 'bookable', id: thing.id }, name: thing.name, title: '', opening: thing, ...more })
  const mayAdd = things?.can.edit ?? false
  useKeys({
    t: () => setFrom(undefined),
    '[': () => shift(-step),
    ']': () => shift(step),
    Escape: close,
    n: () => mayAdd && setEditing('new'),
  })
  const thing = things?.items.find(({ id }) => id === thingId)
  const isNarrowed = typed !== '' || chosenKind !== undefined
  return (
    <Page
      title="Bookings"
      width="flush"
      tools={<BookingTabs at="rooms" />}
      actions={
        mayAdd && (
          <Button icon={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            New room or vehicle
          </Button>
        )
      }
      aside={
        booking !== undefined && things ? (
          <BookingPanel
            key={booking}
            bookingId={booking}
            bar={things.bars.find(({ bookingId }) => bookingId === booking)}
            productions={things.productions}
            colourOf={colourOf}
            onClose={close}
          />
        ) : (
          thing &&
          things && (
            <ThingPanel
              key={thing.id}
              {...{ thing, things, codeOf, mayBook }}
              onBook={() => want(thing, bookAt(thing, window.from))}
              onEdit={() => setEditing(thing)}
              onBar={openBar}
              onClose={close}
            />
          )
        )
      }
      hints={[
        { keys: ['[', ']'], does: isByDay ? 'week back, week on' : 'day back, day on' },
        { keys: ['T'], does: 'today' },
        { keys: ['N'], does: 'new' },
      ]}
      status={things && plural(things.items.length, 'room or vehicle', 'rooms and vehicles')}
    >
      <div className={css.frame} ref={frame}>
        <Toolbar>
          <IconButton
            label={isByDay ? 'A week back' : 'A day back'}
            icon={<IconChevronLeft size={16} />}
            onClick={() => shift(-step)}
          />
          <IconButton
            label={isByDay ? 'A week on' : 'A day on'}
            icon={<IconChevronRight size={16} />}
            onClick={() => shift(step)}
          />
          <Button onClick={() => setFrom(undefined)}>Today</Button>
          <span className={frameCss.range}>
            {isByDay
              ? `${formatDay(window.from)} to ${formatDay(addDays(window.from, 13), { year: true })}`
              : formatDay(day, { year: true })}
          </span>
          <Tabs
            label="By hour or day"
            value={isByDay ? 'days' : 'hours'}
            options={[
              { value: 'hours', label: 'Hours' },
              { value: 'days', label: '2 weeks' },
            ]}
            onChange={(next: string) => setBy(next === 'hours' ? undefined : next)}
          />
          <TextField
            label="Find rooms and vehicles"
            hideLabel
            type="search"
            placeholder="Name, place or plate"
            icon={<IconSearch size={16} />}
            value={typed}
            onChange={(next) => {
              setTyped(next)
              setQ(next.trim() || undefined)
            }}
          />
          <SelectField
            label="Kind"
            hideLabel
            clearable
            placeholder="Every kind"
            choices={Object.entries(KINDS).map(([value, { many }]) => ({ value, label: many }))}
            value={chosenKind ?? null}
            onChange={(next) => setKind(next ?? undefined)}
          />
        </Toolbar>
        <Loaded of={asked}>
          {(loaded) =>
            loaded.items.length === 0 ? (
              isNarrowed ? (
                <EmptyState title="Nothing fits">Try part of the name, or take the filter out.</EmptyState>
              ) : (
                <EmptyState
                  title="No rooms or vehicles yet"
                  icon={<IconDoor size={24} stroke={1.5} />}
                  actions={
                    mayAdd && (
                      <Button kind="accent" icon={<IconPlus size={16} />} onClick={() => setEditing('new')}>
                        New room or vehicle
                      </Button>
                    )
                  }
                >
                  Edit suites, meeting rooms, vans, a camera package: what productions book of the office, and never
                  twice at the same time.
                </EmptyState>
              )
            ) : isByDay && isNarrow ? (
              <TimelineAgenda
                {...{ rows, window, today, codeOf, colourOf }}
                none={<EmptyState title="All free">Nothing is booked or held in these two weeks.</EmptyState>}
                onBar={openBar}
                onGap={noGap}
              />
            ) : isByDay ? (
              <>
                <TimelineBoard
                  {...{ rows, window, today, codeOf, colourOf }}
                  heading="Room or vehicle"
                  mayEdit={mayBook}
                  chosen={booking}
                  onBar={openBar}
                  onGap={noGap}
                  onWho={({ person }) => openThing(person.id)}
                  onSweep={({ person }, days) => {
                    const it = loaded.items.find(({ id }) => id === person.id)
                    if (it) want(it, { days })
                  }}
                  onExtend={extend}
                />
                <TimelineLegend of="things" />
              </>
            ) : (
              <HoursBoard
                {...{ day, things: loaded, codeOf, colourOf, mayBook }}
                chosen={booking}
                onBar={openBar}
                onThing={({ id }) => openThing(id)}
                onSweep={(it, hours) => want(it, { days: [day], hours })}
              />
            )
          }
        </Loaded>
      </div>
      {wanted && things && (
        <HoldDialog
          wanted={wanted}
          bars={things.bars.filter(({ resourceId }) => resourceId === wanted.resource.id)}
          away={outIn(things, wanted)}
          productions={things.productions.filter((it) => it.mayEdit)}
          codeOf={codeOf}
          onClose={() => setWanted(undefined)}
          onDone={(id) => {
            setThing(undefined)
            setBooking(id)
          }}
        />
      )}
      {editing !== undefined && (
        <ThingDialog
          thing={editing === 'new' ? null : editing}
          zone={Temporal.Now.timeZoneId()}
          onClose={() => setEditing(undefined)}
          onSaved={openThing}
        />
      )}
    </Page>
  )
}

/** Nobody says how many rooms a production needs. */
const noGap = () => undefined

/** What is booked by hours begins with the hour it opens; anything else is taken for the day. */
function bookAt(thing: Bookable, day: PlainDay): Pick<Wanted, 'days' | 'hours'> {
  if (!thing.byHours) return { days: [day] }
  const from = thing.opens ?? 540
  return { days: [day], hours: { from, until: from + 60 } }
}

const outIn = ({ outOfService }: BookableTimeline, { resource }: Wanted) =>
  outOfService
    .filter(({ resourceId }) => resourceId === resource.id)
    .map(({ resourceId, onDate, note }) => ({
      resourceId,
      note,
      kind: 'unavailable' as const,
      from: onDate,
      until: addDays(onDate, 1),
    }))
