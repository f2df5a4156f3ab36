import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { parted } from './href.ts'

/** A parameter of the address: `useParam('productionId')`. A screen is only ever shown at an address that has it. */
export function useParam(name: string): string {
  const value = useMaybeParam(name)
  if (value === undefined) throw new Error(`This screen is shown at an address without ${name}.`)
  return value
}

/** A parameter of the address, or undefined where the address has none. */
export function useMaybeParam(name: string): string | undefined {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[name]
}

interface GoOptions {
  /** Takes the place of the present entry, so that *back* skips it. */
  replace?: boolean
}

/** Go to an address of the app, with its search part if any. */
export function useGo() {
  const navigate = useNavigate()
  return useCallback(
    (to: string, { replace = false }: GoOptions = {}) => {
      const { path, search } = parted(to)
      void navigate({ to: path as '/', search, replace })
    },
    [navigate],
  )
}

/** The path that is open, without its search part. */
export const usePath = () => useRouterState({ select: (state) => state.location.pathname })

/**
 * State worth sharing lives in the address: day, filters, selection, tab. Setting `undefined` takes the key out.
 *
 * @example const [tab, setTab] = useSearchValue('tab')   // ?tab=crew
 */
export function useSearchValue(key: string): [string | undefined, (next: string | undefined) => void] {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const set = useCallback(
    (next: string | undefined) =>
      void navigate({
        to: '.' as '/',
        search: (before: Record<string, unknown>) => ({ ...before, [key]: next }),
        replace: true,
      }),
    [key, navigate],
  )
  return [search[key], set]
}
