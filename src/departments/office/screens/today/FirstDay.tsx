import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useAsk } from '../../../../client/react.ts'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { getMe } from '../../office.contract.ts'

/** The page of an office in which nothing has happened yet. */
export function FirstDay() {
  const me = useAsk(getMe)
  const may = (ability: string) => me.data?.abilities.includes(ability) ?? false
  if (!may('productions.create'))
    return (
      <EmptyState title="Nothing for you yet">
        Once somebody adds you to a production, what needs you there, and the next shoots, stand on this page.
      </EmptyState>
    )
  return (
    <EmptyState
      title="A quiet first day"
      actions={
        <>
          <ButtonLink kind="accent" to="/productions?new=1" icon={<IconPlus size={16} />}>
            New production
          </ButtonLink>
          {may('people.read') && (
            <ButtonLink to="/people" icon={<IconUsers size={16} />}>
              Bring in your people
            </ButtonLink>
          )}
        </>
      }
    >
      This page will show what needs you over all productions, what waits on others, and who has confirmed for tomorrow.
      It begins with a production: a script or a shot list goes in, and a schedule and call sheets come out.
    </EmptyState>
  )
}
