import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Refusal } from '../../../client/call.ts'
import { useAsk, useLive } from '../../../client/react.ts'
import { useGo, useMaybeParam } from '../../../ui/address.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { Loading } from '../../../ui/Loaded.tsx'
import { navigationOf } from '../../../ui/navigation.ts'
import type { Place } from '../../../ui/places.ts'
import { Shell } from '../../../ui/Shell.tsx'
import { useKept } from '../../../ui/useKept.ts'
import { useKeys } from '../../../ui/useKeys.ts'
import { getMe, type Me } from '../office.contract.ts'
import { commandsOf, findInOffice } from './find.ts'
import { shownProduction } from './shown.ts'
import { useCounts } from './useCounts.ts'

/** Fetched once the page has come to rest, so that whoever presses Ctrl+K can type at once. */
const finder = () => import('../../../ui/Finder.tsx')
const Finder = lazy(() => finder().then((it) => ({ default: it.Finder })))
const restMs = 1500

const none: ReadonlySet<string> = new Set()

/** The production whose places are shown: the one in the address, else the one last open, else the first. */
function useOpenProduction(me: Me) {
  const inAddress = useMaybeParam('productionId')
  const [last, setLast] = useKept('unitbase-production', '')
  const known = me.productions.find(({ id }) => id === (inAddress ?? last))
  useEffect(() => {
    if (inAddress !== undefined && inAddress !== last) setLast(inAddress)
  })
  return known ?? (inAddress === undefined ? me.productions[0] : undefined)
}

async function leave() {
  const { signIn } = await import('./door/signIn.ts')
  await signIn.signOut()
  location.assign('/sign-in')
}

function Inside({ me, places, children }: { me: Me; places: readonly Place[]; children: ReactNode }) {
  const [finding, setFinding] = useState<boolean>()
  const open = useOpenProduction(me)
  const counts = useCounts(me)
  useLive()
  useEffect(() => {
    const timer = setTimeout(() => void finder(), restMs)
    return () => clearTimeout(timer)
  }, [])
  useKeys({ 'Ctrl+k': () => setFinding(true), '/': () => setFinding(true) })
  const abilities = useMemo(
    () => ({ office: new Set(me.abilities), production: open ? new Set(open.abilities) : none }),
    [me, open],
  )
  const commands = useMemo(
    () => commandsOf(navigationOf(places, abilities), me, open?.id),
    [places, abilities, me, open?.id],
  )
  return (
    <Shell
      places={places}
      abilities={abilities}
      office={me.office}
      me={me}
      production={open && shownProduction(open)}
      productions={me.productions.map(shownProduction)}
      counts={counts}
      onFind={() => setFinding(true)}
      onSignOut={() => void leave()}
    >
      {children}
      {finding !== undefined && (
        <Suspense>
          <Finder open={finding} onClose={() => setFinding(false)} commands={commands} search={findInOffice} />
        </Suspense>
      )}
    </Shell>
  )
}

const isNobody = (error: unknown) => error instanceof Refusal && error.problem.status === 401

/** What stands around every page of somebody who is signed in; others are led to the door, and back here after. */
export function frameOf(places: readonly Place[]) {
  return function Frame({ children }: { children: ReactNode }) {
    const asked = useAsk(getMe)
    const go = useGo()
    const nobody = isNobody(asked.error)
    useEffect(() => {
      const { pathname, search } = location
      if (nobody) go(`/sign-in?to=${encodeURIComponent(pathname + search)}`, { replace: true })
    }, [nobody, go])
    if (nobody) return <Loading />
    if (asked.data)
      return (
        <Inside me={asked.data} places={places}>
          {children}
        </Inside>
      )
    return asked.error ? <FailedState problem={asked.error} onRetry={() => void asked.refetch()} /> : <Loading />
  }
}
