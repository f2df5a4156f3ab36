import css from './Crew.module.css'

/** What the patterns mean, in words. */
export const CrewLegend = ({ days }: { days: number }) =>
  days === 0 ? (
    <p className={css.legend}>Give the production its dates, or place days on the board, and the days appear here.</p>
  ) : (
    <ul className={css.legend}>
      <li>
        <i className={css.confirmed} aria-hidden /> Booked
      </li>
      <li>
        <i className={css.hold} aria-hidden /> On hold
      </li>
      <li>
        <i className={css.released} aria-hidden /> Released
      </li>
      <li>
        <i className={css.away} aria-hidden /> Away
      </li>
      <li>
        <b className={css.untold} aria-hidden /> Changed since last told
      </li>
      <li>A bold edge was set by hand; the rest follows from the engagement or the scenes.</li>
    </ul>
  )
