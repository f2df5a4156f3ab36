import { useAsk } from '../../../client/react.ts'
import { Activity } from '../../../ui/Activity.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { told } from '../../office/activity.rules.ts'
import { listActivity } from '../../office/concern.contract.ts'
import css from './OverviewPage.module.css'

/** Who changed what lately in this production. */
export function LatestActivity({ productionId }: { productionId: string }) {
  const asked = useAsk(listActivity, { params: { productionId }, query: { limit: 20 } })
  return (
    <Section title="Latest activity">
      <Loaded of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.quiet}>Nothing has happened yet.</p>
          ) : (
            <Activity entries={items.map((it) => told(it))} />
          )
        }
      </Loaded>
    </Section>
  )
}
