import { useAsk } from '../../../client/react.ts'
import { TextLink } from '../../../ui/Button.tsx'
import { Section } from '../../../ui/Section.tsx'
import { listActivity } from '../../office/concern.contract.ts'
import type { Production } from '../production.contract.ts'
import css from './OverviewPage.module.css'

interface Step {
  what: string
  why: string
  verb: string
  place: string
  ability: string
}

/** From a script to a call sheet everybody has confirmed, in the order that works best. */
const steps: Step[] = [
  {
    what: 'Bring in the script',
    why: 'Fountain, Final Draft, or a shot list',
    verb: 'Import',
    place: 'script',
    ability: 'script.edit',
  },
  {
    what: 'Add crew and cast',
    why: 'from a spreadsheet, address cards or by hand',
    verb: 'Add',
    place: 'crew',
    ability: 'crew.edit',
  },
  {
    what: 'Build the board',
    why: 'strips into days, and see what clashes',
    verb: 'Open',
    place: 'schedule',
    ability: 'schedule.edit',
  },
  {
    what: 'Send call sheets',
    why: 'each person their own times',
    verb: 'Open',
    place: 'callsheets',
    ability: 'callsheets.edit',
  },
]

/** How many things happen in a production before it needs no introduction. */
const settledAfter = 8

/** A young production shows the way; it goes once there is something to see. */
export function FirstSteps({ production: { id, can } }: { production: Production }) {
  const asked = useAsk(
    listActivity,
    { params: { productionId: id }, query: { limit: 20 } },
    { enabled: can.includes('activity.read') },
  )
  const shown = steps.filter((it) => can.includes(it.ability))
  if (!asked.data || asked.data.items.length > settledAfter || shown.length === 0) return null
  return (
    <Section title="First steps">
      <ol className={css.steps}>
        {shown.map(({ what, why, verb, place }) => (
          <li key={place}>
            <p>
              <b>{what}</b>
              <span>{why}</span>
            </p>
            <TextLink to={`/productions/${id}/${place}`}>{verb}</TextLink>
          </li>
        ))}
      </ol>
    </Section>
  )
}
