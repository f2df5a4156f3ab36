import { IconLock, IconMapSearch } from '@tabler/icons-react'
import { ButtonLink } from './Button.tsx'
import css from './State.module.css'

/** Not for this person: who can change that, and a way back. */
export function DeniedState({ detail }: { detail?: string | undefined }) {
  return (
    <div className={css.state}>
      <IconLock size={24} stroke={1.5} className={css.icon} aria-hidden />
      <h2>This is not open to you</h2>
      <p>{detail ?? 'Your role here does not include this page. The owner or a producer can give you access.'}</p>
      <div className={css.actions}>
        <ButtonLink to="/">Back to Today</ButtonLink>
      </div>
    </div>
  )
}

/** Nothing at this address, or not yours to know of: both look the same on purpose. */
export function MissingState({ detail }: { detail?: string | undefined }) {
  return (
    <div className={css.state}>
      <IconMapSearch size={24} stroke={1.5} className={css.icon} aria-hidden />
      <h1>There is nothing here</h1>
      <p>
        {detail ?? 'It may have been archived, or the address is not complete. Ctrl K finds people, scenes and days.'}
      </p>
      <div className={css.actions}>
        <ButtonLink to="/">Back to Today</ButtonLink>
      </div>
    </div>
  )
}
