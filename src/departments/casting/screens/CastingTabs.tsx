import { Tabs } from '../../../ui/Tabs.tsx'
import type { CastingTab } from './CastingPage.tsx'

export const CastingTabs = ({ tab, onTab }: { tab: CastingTab; onTab: (next: CastingTab) => void }) => (
  <Tabs
    label="Casting"
    value={tab === 'archived' ? 'roles' : tab}
    options={[
      { value: 'roles', label: 'Roles' },
      { value: 'talent', label: 'Talent' },
      { value: 'requests', label: 'Requests' },
      { value: 'sessions', label: 'Sessions' },
      { value: 'selections', label: 'Selections' },
    ]}
    onChange={onTab}
  />
)
