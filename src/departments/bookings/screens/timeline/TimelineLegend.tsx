import { IconBus } from '@tabler/icons-react'
import { classes } from '../../../../ui/classes.ts'
import css from './Timeline.module.css'

const samples = [
  ['Booked', css.confirmed],
  ['First hold', css.first],
  ['Later hold', css.later],
  ['Pencilled', css.pencil],
  ['Travel', css.travel],
  ['Away', css.off],
  ['Not filled', css.open],
] as const

export const TimelineLegend = () => (
  <div className={css.legend}>
    {samples.map(([word, look]) => (
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
