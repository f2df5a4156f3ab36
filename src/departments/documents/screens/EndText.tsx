import { formatDay, formatInstant } from '../../../ui/dates.ts'
import { lastDayOf } from './words.ts'

/** Until when something lasts: its last day. What ends at midnight ends with the day before; the moment is in the title. */
export const EndText = ({ at }: { at: string }) => (
  <time dateTime={at} title={formatInstant(at)}>
    {formatDay(lastDayOf(at))}
  </time>
)
