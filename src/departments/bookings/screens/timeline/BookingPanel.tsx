import type { ReactNode } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { ordinal } from '../../../../kernel/revisions.ts'
import { money, moneyText } from '../../../../kernel/money.ts'
import { dayText, clockOf } from '../../../../kernel/time.ts'
import { formatInstant } from '../../../../ui/dates.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Go } from '../../../../ui/Go.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status, type Standing } from '../../../../ui/Status.tsx'
import { listChallenges } from '../../challenge.contract.ts'
import { readBooking, type Booking, type BookingDay, type Terms } from '../../engine.contract.ts'
import { wordFor } from '../../label.rules.ts'
import type { Bar, Timeline } from '../../timeline.contract.ts'
import { readBookingRules } from '../../rules.contract.ts'
import { BookingActions } from './BookingActions.tsx'
import { ChallengeCard } from './ChallengeCard.tsx'
import type { ColourOf } from './colours.ts'
import { LabelField } from './LabelField.tsx'
import css from './panel.module.css'

interface BookingPanelProps {
  bookingId: string
  /** The bar it was opened from; absent when the address came from elsewhere and it lies outside the window. */
  bar: Bar | undefined
  productions: Timeline['productions']
  colourOf: ColourOf
  onClose: () => void
}

/** Is this a booking? Days, position, terms and state, what can be done, and how it came to this. */
export function BookingPanel({ bookingId, bar, productions, colourOf, onClose }: BookingPanelProps) {
  const editable = productions.filter(({ mayEdit }) => mayEdit)
  const production = productions.find(({ id }) => id === bar?.productionId)
  const productionId = bar === undefined ? undefined : (bar.productionId ?? editable[0]?.id)
  const params = { productionId: productionId ?? '', bookingId }
  const asked = useAsk(readBooking, { params }, { enabled: productionId !== undefined })
  const challenges = useAsk(
    listChallenges,
    { params: { productionId: productionId as never }, query: { bookingId: bookingId as never } },
    { enabled: productionId !== undefined },
  )
  if (productionId === undefined)
    return (
      <Panel title="Booking" onClose={onClose}>
        <p>This booking is not in these weeks, or of a production that is not yours. Go to its days to open it.</p>
      </Panel>
    )
  return (
    <Panel
      title={asked.data?.name ?? 'Booking'}
      about={
        <>
          <span className={css.chip} style={colourOf(bar?.productionId ?? null)}>
            {production?.code ?? bar?.holder}
          </span>{' '}
          {[production?.title, asked.data?.title].filter(Boolean).join(', ')}
        </>
      }
      onClose={onClose}
    >
      <Loaded of={asked}>
        {(booking) => (
          <>
            {challenges.data?.items.map((challenge) => (
              <ChallengeCard
                key={challenge.id}
                challenge={challenge}
                productionId={productionId}
                mayAnswer={production?.mayEdit ?? false}
              />
            ))}
            {(production?.mayEdit ?? bar?.productionId === null) && (
              <>
                <BookingActions booking={booking} productionId={productionId} />
                <LabelField booking={booking} productionId={productionId} />
              </>
            )}
            <Record booking={booking} />
          </>
        )}
      </Loaded>
    </Panel>
  )
}

const STANDING: Record<BookingDay['state'], Standing> = {
  planning: 'waiting',
  hold: 'half',
  confirmed: 'go',
  released: 'off',
  cancelled: 'stop',
}
type Word = (state: BookingDay['state']) => string

const dayWords = ({ state, rank, followsSchedule }: BookingDay, word: Word): string =>
  state === 'hold'
    ? `${word(state)}, ${ordinal(rank ?? 1)}`
    : followsSchedule && state === 'planning'
      ? 'Waits, booked elsewhere'
      : word(state)

function Record({ booking }: { booking: Booking }) {
  const { days, terms, purpose, expiresOn, note, holdMeans, holder, source, soFar, resource, state } = booking
  const labels = useAsk(readBookingRules).data?.labels ?? []
  const word: Word = (of) => wordFor(of, labels, booking.labelId)
  return (
    <>
      <Section title={`Days, ${(state === 'mixed' ? 'Mixed' : word(state)).toLowerCase()}`}>
        <ul className={css.dates}>
          {days.map((day) => (
            <li key={day.id}>
              <span>
                {dayText(day.onDate)}
                {(day.from !== null || day.until !== null) &&
                  `, ${day.from === null ? '' : clockOf(day.from)}–${day.until === null ? '' : clockOf(day.until)}`}
                {day.outside !== null && <small className={css.heavy}>It {day.outside}</small>}
                {(day.sharedReason ?? day.endedReason) && <small>{day.sharedReason ?? day.endedReason}</small>}
              </span>
              <Status is={STANDING[day.state]}>
                {dayWords(day, word)}
                {day.feePercent !== null && day.feePercent > 0 && `, ${day.feePercent} %`}
              </Status>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Terms">
        <Facts
          of={known([
            ['For', purpose],
            ['Rate', terms && rateText(terms)],
            ['Kit', terms?.kitFee && moneyText(money(terms.kitFee, terms.currency))],
            ['Travel', terms?.travel],
            ['Held by', holder],
            ['Says', source],
            ['A hold means', holdMeans === 'courtesy' ? 'a courtesy, no fee' : 'an engagement, cancelling costs'],
            ['Lets go after', expiresOn && dayText(expiresOn)],
            ['Note', note],
            [
              'Record',
              resource?.kind === 'bookable' ? (
                <Go to={`/bookings/rooms?thing=${resource.id}`}>Open in rooms and vehicles</Go>
              ) : (
                resource?.kind === 'person' && <Go to={`/people?person=${resource.id}`}>Open in the directory</Go>
              ),
            ],
          ])}
        />
      </Section>
      <Section title="So far">
        <ol className={css.sofar}>
          {soFar.map(({ at, words, by }) => (
            <li key={`${at}${words}`}>
              <time dateTime={at}>{formatInstant(at)}</time>
              <span>
                <b>{by}</b>{' '}
                {holder !== '' && words.startsWith(holder) ? words : words.charAt(0).toLowerCase() + words.slice(1)}
              </span>
            </li>
          ))}
        </ol>
        {soFar.length === 0 && <p>Booked by the schedule; nobody has touched it.</p>}
      </Section>
    </>
  )
}

const rateText = ({ amount, currency, basis, guaranteedHours }: Terms) =>
  `${moneyText(money(amount, currency))}${guaranteedHours === null ? '' : `/${guaranteedHours}`} a ${basis}`

/** Only what there is to say; a rate that is withheld is not there. */
const known = (facts: [string, ReactNode][]) => facts.filter(([, value]) => Boolean(value))
