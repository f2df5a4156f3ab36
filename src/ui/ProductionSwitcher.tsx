import { IconSelector } from '@tabler/icons-react'
import { Menu } from './Menu.tsx'
import css from './ProductionSwitcher.module.css'

export interface OpenProduction {
  id: string
  title: string
  /** Code and what is next: *LFY · shoots tomorrow*. */
  subtitle: string
}

/** Which production is open, and the way to the others. */
export function ProductionSwitcher({
  open,
  productions,
}: {
  open: OpenProduction
  productions: readonly OpenProduction[]
}) {
  const target = (
    <button type="button" className={css.switcher} aria-label={`${open.title}. Go to another production`}>
      <span>
        <b>{open.title}</b>
        <small>{open.subtitle}</small>
      </span>
      <IconSelector size={14} aria-hidden />
    </button>
  )
  const others = productions.filter((it) => it.id !== open.id).slice(0, 12)
  return (
    <Menu
      width={260}
      target={target}
      items={[
        ...others.map(({ id, title, subtitle }) => ({
          label: title,
          aside: <small>{subtitle.split(' · ')[0]}</small>,
          to: `/productions/${id}`,
        })),
        ...(others.length > 0 ? (['line'] as const) : []),
        { label: 'All productions', to: '/productions' },
      ]}
    />
  )
}
