import { Link } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { parted } from './href.ts'

interface GoProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address inside the app, with its search part if any: `/productions/p1/schedule?day=2026-05-12`. */
  to: string
  children?: ReactNode
}

/** A link is current only on its own page: *Productions* is not, while one of them is open. */
const onlyItself = { exact: true, includeSearch: false }

/**
 * A link inside the app. Departments export their routes as data, so the router cannot know every address by type;
 * addresses are made with `hrefOf` and the paths the departments declare.
 */
export function Go({ to, children, ...rest }: GoProps) {
  const { path, search, hash } = parted(to)
  return (
    <Link activeOptions={onlyItself} to={path as '/'} search={search} {...(hash && { hash })} {...(rest as object)}>
      {children}
    </Link>
  )
}
