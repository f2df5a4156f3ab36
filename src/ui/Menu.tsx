import { Menu as MantineMenu } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useGo } from './address.ts'

interface MenuItem {
  label: string
  icon?: ReactNode
  /** At the right: a key or a count. */
  aside?: ReactNode
  onPress?: () => void
  /** Goes to an address of the app instead. */
  to?: string
  disabled?: boolean
  danger?: boolean
}

/** A heading, or `line` for a hairline between groups. */
export type MenuEntry = MenuItem | { heading: string } | 'line'

interface MenuProps {
  /** The button that opens it. */
  target: ReactElement
  items: readonly MenuEntry[]
  width?: number
}

/** Actions behind a button: arrows walk, letters find, Esc closes. */
export function Menu({ target, items, width = 220 }: MenuProps) {
  const go = useGo()
  return (
    <MantineMenu width={width} withinPortal zIndex={400}>
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {items.map((item, at) => {
          if (item === 'line') return <MantineMenu.Divider key={at} />
          if ('heading' in item) return <MantineMenu.Label key={item.heading}>{item.heading}</MantineMenu.Label>
          return (
            <MantineMenu.Item
              key={item.label}
              leftSection={item.icon}
              rightSection={item.aside}
              disabled={item.disabled ?? false}
              {...(item.danger && { color: 'red' })}
              onClick={() => (item.to === undefined ? item.onPress?.() : go(item.to))}
            >
              {item.label}
            </MantineMenu.Item>
          )
        })}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
