import { classes } from './classes.ts'
import css from './Meter.module.css'
import type { Standing } from './Status.tsx'

export interface MeterPart {
  is: Standing
  count: number
  label: string
}

/** How a whole divides: confirmed, opened, not opened, bounced. Read aloud in words. */
export function Meter({ parts }: { parts: MeterPart[] }) {
  const shown = parts.filter(({ count }) => count > 0)
  return (
    <div className={css.bar} role="img" aria-label={shown.map(({ count, label }) => `${count} ${label}`).join(', ')}>
      {shown.map(({ is, count, label }) => (
        <span key={label} className={classes(css.part, css[is])} style={{ flex: count }} title={`${count} ${label}`} />
      ))}
    </div>
  )
}
