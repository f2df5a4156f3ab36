import { IconBus } from '@tabler/icons-react'
import { classes } from '../../../../ui/classes.ts'
import css from './Timeline.module.css'

const firmness = [
  ['Booked', css.confirmed],
  ['First hold', css.first],
  ['Later hold', css.later],
  ['Pencilled', css.pencil],
] as const

const SAMPLES = {
  people: [...firmness, ['Travel', css.travel], ['Away', css.off], ['Not filled', css.open]],
  things: [...firmness, ['Out of service', css.off], ['Outside opening hours', classes(css.confirmed, css.outside)]],
} as const

/** What the bars mean, of people or of rooms and vehicles. */
export const TimelineLegend = ({ of }: { of: keyof typeof SAMPLES }) => (
  <div className={css.legend}>
    {SAMPLES[of].map(([word, look]) => (
      <span key={word}>
        <i className={classes(css.bar, css.sample, look)} aria-hidden>
          {word === 'Travel' && <IconBus size={11} />}
        </i>
        {word}
      </span>
    ))}
    <span>Colour says which production, pattern how firm</span>
  </div>
)
