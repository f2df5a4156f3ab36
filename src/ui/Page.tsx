import { useEffect, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Go } from './Go.tsx'
import { KeyHints, type KeyHint } from './KeyHints.tsx'
import css from './Page.module.css'

interface Crumb {
  label: string
  to: string
}

export interface PageProps {
  title: string
  /** The production the page belongs to: it stands in bold before the muted title, *Last Ferry* Schedule. */
  of?: string | undefined
  crumbs?: Crumb[]
  /** `large` greets (Today, Overview, lists); `bar` leaves the height to a board or a table. */
  head?: 'bar' | 'large'
  /** One sentence beside a large title. */
  summary?: ReactNode
  /** Beside the title: switches, filters. */
  tools?: ReactNode
  /** At the right end: what can be done here. One accent at most. */
  actions?: ReactNode
  /** A panel at the right that stays while the content scrolls. */
  aside?: ReactNode
  /** `flush` lets a table or board touch the edges; `reading` bounds the line length. */
  width?: 'flush' | 'wide' | 'reading'
  hints?: KeyHint[]
  /** At the right end of the footer: counts, clock, zone. */
  status?: ReactNode
  children: ReactNode
}

function Bar({ title, of, crumbs = [], tools, actions }: PageProps) {
  return (
    <header className={css.bar}>
      <h1 className={css.title}>
        {crumbs.length > 0 && (
          <nav className={css.crumbs} aria-label="Where this page belongs">
            {crumbs.map((crumb) => (
              <Go key={crumb.to} to={crumb.to}>
                {crumb.label} /{' '}
              </Go>
            ))}
          </nav>
        )}
        {of === undefined ? title : of}
        {of !== undefined && <span> {title}</span>}
      </h1>
      {tools !== undefined && <div className={css.tools}>{tools}</div>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </header>
  )
}

function Hello({ title, summary, actions, tools }: PageProps) {
  return (
    <header className={css.hello}>
      <h1>{title}</h1>
      {summary !== undefined && <p className={css.summary}>{summary}</p>}
      {tools !== undefined && <div className={css.tools}>{tools}</div>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </header>
  )
}

/** Every screen of the app: a head, the content, and a footer with the keys that work here. */
export function Page(props: PageProps) {
  const { title, of, head = 'bar', aside, width = 'wide', hints = [], status, children } = props
  useEffect(() => {
    document.title = [title, of, 'Unitbase'].filter(Boolean).join(' · ')
  }, [title, of])
  return (
    <main className={css.page} id="page">
      {head === 'bar' ? <Bar {...props} /> : <Hello {...props} />}
      <div className={css.body}>
        <div className={classes(css.content, width !== 'flush' && css.padded, width === 'reading' && css.reading)}>
          {children}
        </div>
        {aside !== undefined && <aside className={css.aside}>{aside}</aside>}
      </div>
      {(hints.length > 0 || status !== undefined) && <KeyHints hints={hints} status={status} />}
    </main>
  )
}
