import { IconUserPlus } from '@tabler/icons-react'
import { moneyText } from '../../../../kernel/money.ts'
import { Avatar } from '../../../../ui/Avatar.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { Status } from '../../../../ui/Status.tsx'
import type { PersonLine } from '../../../people/person.contract.ts'
import type { prospect } from './layout.rules.ts'
import css from './Gap.module.css'

interface ProspectLineProps {
  person: PersonLine
  /** How their days lie. */
  stands: ReturnType<typeof prospect>
  mayEdit: boolean
  chosen: boolean
  onChoose: (on: boolean) => void
  onHold: () => void
}

/** Somebody who could do it: where they are based, what they cost, whether they are free, and why not to take them. */
export function ProspectLine({ person, stands, mayEdit, chosen, onChoose, onHold }: ProspectLineProps) {
  const { name, homeBase, dayRate, doNotHire } = person
  return (
    <li>
      {mayEdit ? (
        <CheckField label={`Ask ${name}`} hideLabel value={chosen} onChange={onChoose} />
      ) : (
        <Avatar name={name} />
      )}
      <span className={css.who}>
        {name}
        <small>{[homeBase, dayRate && `${moneyText(dayRate)} a day`].filter(Boolean).join(', ')}</small>
        {doNotHire !== null && doNotHire !== undefined && <Status is="stop">Do not hire: {doNotHire}</Status>}
      </span>
      {stands.booked.length > 0 ? (
        <Status is="stop">Booked</Status>
      ) : stands.holds.length > 0 ? (
        <Status is="attention">Held</Status>
      ) : (
        <Status is="go">Free</Status>
      )}
      {mayEdit && (
        <Button icon={<IconUserPlus size={16} />} onClick={onHold}>
          Hold
        </Button>
      )}
    </li>
  )
}
