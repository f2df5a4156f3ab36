import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './Why.module.css'

export interface WhyPart {
  label: string
  value: string
  /** Where it came from: *deal memo*, *offset of Make-up*. */
  source?: string
}

interface WhyProps {
  /** The figure as shown. */
  children: ReactNode
  /** What it is: *Pick-up, Ines Calloway*. */
  title: string
  parts: readonly WhyPart[]
  total?: string
  /** Override, revert: what can be done about it. */
  actions?: ReactNode
}

/** Any computed figure answers *why*: press it to see its parts and where each came from. */
export function Why({ children, title, parts, total, actions }: WhyProps) {
  return (
    <Popover width={300} position="bottom-start" withinPortal trapFocus zIndex={400}>
      <Popover.Target>
        <button type="button" className={css.button} title="Where this comes from">
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <p className={css.title}>{title}</p>
        <table className={css.parts}>
          <tbody>
            {parts.map((part) => (
              <tr key={part.label}>
                <td>
                  {part.label}
                  {part.source !== undefined && <span className={css.source}> {part.source}</span>}
                </td>
                <td>{part.value}</td>
              </tr>
            ))}
            {total !== undefined && (
              <tr className={css.total}>
                <td>Comes to</td>
                <td>{total}</td>
              </tr>
            )}
          </tbody>
        </table>
        {actions}
      </Popover.Dropdown>
    </Popover>
  )
}
