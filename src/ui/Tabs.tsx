import type { KeyboardEvent, ReactNode } from 'react'
import css from './Tabs.module.css'

export interface Option<T extends string> {
  value: T
  label: string
  count?: number | undefined
  icon?: ReactNode
}

interface ChoiceProps<T extends string> {
  /** Names the group for those who do not see it. */
  label: string
  options: readonly Option<T>[]
  value: T
  onChange: (next: T) => void
}

interface Walked<T extends string> {
  options: readonly { value: T }[]
  value: T
  onChange: (next: T) => void
}

/** Arrows walk the buttons of a group and choose as they go. */
export function walk<T extends string>({ options, value, onChange }: Walked<T>, event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const at = options.findIndex((it) => it.value === value)
  const to = (at + by + options.length) % options.length
  const next = options[to]
  if (!next) return
  onChange(next.value)
  const buttons = event.currentTarget.querySelectorAll<HTMLElement>('button')
  buttons[to]?.focus()
}

/** Views of one thing, underlined. Keep the choice in the address with `useSearchValue`. */
export function Tabs<T extends string>(props: ChoiceProps<T>) {
  return (
    <div
      className={css.tabs}
      role="tablist"
      tabIndex={-1}
      aria-label={props.label}
      onKeyDown={(event) => walk(props, event)}
    >
      {props.options.map(({ value, label, count }) => (
        <button
          key={value}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={value === props.value}
          tabIndex={value === props.value ? 0 : -1}
          onClick={() => props.onChange(value)}
        >
          {label}
          {count !== undefined && <span className={css.count}>{count}</span>}
        </button>
      ))}
    </div>
  )
}

/** A small choice that stays visible: which board, which unit, month or week. */
export function Segmented<T extends string>(props: ChoiceProps<T>) {
  return (
    <div
      className={css.segments}
      role="radiogroup"
      tabIndex={-1}
      aria-label={props.label}
      onKeyDown={(event) => walk(props, event)}
    >
      {props.options.map(({ value, label, count, icon }) => (
        <button
          key={value}
          type="button"
          role="radio"
          className={css.segment}
          aria-checked={value === props.value}
          tabIndex={value === props.value ? 0 : -1}
          onClick={() => props.onChange(value)}
        >
          {icon}
          {label}
          {count !== undefined && <span className={css.count}>{count}</span>}
        </button>
      ))}
    </div>
  )
}
