import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Fragment, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useGo } from './address.ts'
import css from './Finder.module.css'
import { matching, type Found } from './finder.rules.ts'
import { Kbd } from './Kbd.tsx'

interface FinderProps {
  open: boolean
  onClose: () => void
  /** Places and commands: matched here, at once. */
  commands: readonly Found[]
  /** People, scenes, days, productions: asked of the office. */
  search: (text: string, signal: AbortSignal) => Promise<Found[]>
}

/** How long typing must rest before the office is asked. */
const restMs = 120

/** Old findings stay until new ones arrive, so the list does not flicker under the fingers. */
function useFound(text: string, commands: readonly Found[], search: FinderProps['search']): Found[] {
  const [asked, setAsked] = useState<Found[]>([])
  useEffect(() => {
    if (text.trim() === '') {
      setAsked([])
      return undefined
    }
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      search(text.trim(), leaving.signal).then(
        (found) => !leaving.signal.aborted && setAsked(found),
        () => undefined,
      )
    }, restMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [text, search])
  return [...asked, ...matching(commands, text)]
}

function Finding({ commands, search, onClose }: Omit<FinderProps, 'open'>) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(text, commands, search)
  const go = useGo()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const chosen = Math.min(at, Math.max(0, found.length - 1))
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, id])

  const open = (item: Found | undefined) => {
    if (!item) return
    onClose()
    if (item.to === undefined) item.onPress?.()
    else go(item.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const by = steps[event.key]
    if (by !== undefined) setAt(Math.max(0, Math.min(found.length - 1, chosen + by)))
    else if (event.key === 'Enter') open(found[chosen])
    else return
    event.preventDefault()
  }
  return (
    <div className={css.finder}>
      <IconSearch size={16} className={css.icon} aria-hidden />
      <input
        className={css.input}
        ref={box}
        data-autofocus
        value={text}
        placeholder="A person, a scene, a day, a production, a page…"
        role="combobox"
        aria-label="Find anything"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
      />
      {found.length === 0 && (
        <p className={css.none}>Nothing by that name. Try part of a name, a scene number or a code.</p>
      )}
      <div className={css.list} role="listbox" id={id} aria-label="Found">
        {found.map((item, index) => (
          <Fragment key={item.id}>
            {item.group !== found[index - 1]?.group && <div className={css.group}>{item.group}</div>}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- focus stays in the box; arrows and Enter act from there */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={css.item}
              onMouseMove={() => setAt(index)}
              onClick={() => open(item)}
            >
              {item.icon && <item.icon size={16} aria-hidden />}
              <span className={css.label}>{item.label}</span>
              <span className={css.detail}>{item.detail}</span>
            </div>
          </Fragment>
        ))}
      </div>
      <div className={css.foot}>
        <span>
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> choose
        </span>
        <span>
          <Kbd>Enter</Kbd> open
        </span>
        <span>
          <Kbd>Esc</Kbd> close
        </span>
      </div>
    </div>
  )
}

/** Ctrl/Cmd+K: one box for everything that has a name, a number or a page. */
export function Finder({ open, ...rest }: FinderProps) {
  // It arrives open the first time, and a dialog that was never closed does not take the focus.
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(open), [open])
  return (
    <Modal
      opened={shown}
      onClose={rest.onClose}
      withCloseButton={false}
      padding={0}
      size={620}
      yOffset="12vh"
      zIndex={450}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': 'Find anything' } }}
    >
      <Finding {...rest} />
    </Modal>
  )
}
