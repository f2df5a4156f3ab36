import css from './Kbd.module.css'

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** One key. `Ctrl` reads ⌘ on a Mac. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd className={css.kbd}>{onMac && children === 'Ctrl' ? '⌘' : children}</kbd>
)
