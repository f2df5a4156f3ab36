import { useAsk } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { getProduction } from '../../productions/production.contract.ts'
import { listRoles } from '../role.contract.ts'
import { ReviewDesk } from './ReviewDesk.tsx'
import { RequestsTab } from './RequestsTab.tsx'
import { RolesTab } from './RolesTab.tsx'
import { SessionsTab } from './SessionsTab.tsx'
import { SelectionsTab } from './SelectionsTab.tsx'

export type CastingTab = 'roles' | 'talent' | 'requests' | 'sessions' | 'selections' | 'archived'

const isTab = (text: string | undefined): text is CastingTab =>
  text !== undefined && ['talent', 'requests', 'sessions', 'selections', 'archived'].includes(text)

/** Roles to cast, and the desk where who is put forward for them is looked at. */
export function CastingPage() {
  const productionId = useParam('productionId')
  const [shown, setShown] = useSearchValue('tab')
  const tab: CastingTab = isTab(shown) ? shown : 'roles'
  const production = useAsk(getProduction, { params: { productionId } }).data
  const title = production?.title
  const asked = useAsk(listRoles, {
    params: { productionId },
    query: { show: tab === 'archived' ? 'archived' : 'current' },
  })
  const go = (next: CastingTab) => setShown(next === 'roles' ? undefined : next)
  return (
    <Loaded of={asked}>
      {({ items, uncast, can }) =>
        tab === 'talent' ? (
          <ReviewDesk {...{ productionId, title, can }} timeZone={production?.timeZone} roles={items} onTab={go} />
        ) : tab === 'requests' ? (
          <RequestsTab {...{ productionId, title, can }} roles={items} onTab={go} />
        ) : tab === 'sessions' ? (
          <SessionsTab {...{ productionId, title, can }} roles={items} onTab={go} />
        ) : tab === 'selections' ? (
          <SelectionsTab {...{ productionId, title, can }} roles={items} onTab={go} />
        ) : (
          <RolesTab {...{ productionId, title, can, uncast, tab }} roles={items} onTab={go} />
        )
      }
    </Loaded>
  )
}
