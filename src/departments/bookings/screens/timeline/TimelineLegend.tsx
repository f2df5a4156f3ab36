import { IconBus } from '@tabler/icons-react'
import { classes } from '../../../../ui/classes.ts'
import barCss from './BookingBar.module.css'
import css from './TimelineLegend.module.css'

const firmness = [
  ['Booked', barCss.confirmed],
  ['First hold', barCss.first],
  ['Later hold', barCss.later],
  ['Pencilled', barCss.pencil],
] as const

const SAMPLES = {
  people: [...firmness, ['Travel', barCss.travel], ['Away', barCss.off], ['Not filled', barCss.open]],
  things: [
    ...firmness,
    ['Out of service', barCss.off],
    ['Outside opening hours', classes(barCss.confirmed, barCss.outside)],
  ],
} as const

/** What the bars mean, of people or of rooms and vehicles. */
export const TimelineLegend = ({ of }: { of: keyof typeof SAMPLES }) => (
  <div className={css.legend}>
    {SAMPLES[of].map(([word, look]) => (
      <span key={word}>
        <i className={classes(barCss.bar, css.sample, look)} aria-hidden>
          {word === 'Travel' && <IconBus size={11} />}
        </i>
        {word}
      </span>
    ))}
    <span>Colour says which production, pattern how firm</span>
  </div>
)
