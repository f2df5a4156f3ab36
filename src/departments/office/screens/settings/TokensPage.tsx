import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { listTokens, revokeToken, type ApiToken } from '../../account.contract.ts'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { TokenDialog } from './TokenDialog.tsx'
import { abilityWord } from './words.ts'

const scopeText = ({ scopes }: ApiToken) => {
  if (scopes.includes('*')) return 'Everything I may'
  const words = scopes.map(abilityWord)
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more` : words.join(', ')
}

function Revoke({ token }: { token: ApiToken }) {
  const revoke = useChange(revokeToken, { onDone: () => toast.done(`The token ${token.name} no longer works`) })
  return (
    <Button
      size="small"
      busy={revoke.isPending}
      onClick={() => revoke.mutate({ params: { tokenId: token.id } }, { onError: toast.problem })}
    >
      Revoke
    </Button>
  )
}

const columns: Column<ApiToken>[] = [
  { key: 'name', head: 'Token', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  {
    key: 'scopes',
    head: 'May',
    of: (it) => <span title={it.scopes.map(abilityWord).join(', ')}>{scopeText(it)}</span>,
    quiet: true,
    phone: 'hide',
  },
  {
    key: 'expires',
    head: 'Ends',
    of: (it) => (it.expiresAt === null ? 'never' : <MomentText at={it.expiresAt} />),
    quiet: true,
  },
  {
    key: 'used',
    head: 'Last used',
    of: (it) => (it.lastUsedAt === null ? 'never' : <MomentText at={it.lastUsedAt} />),
    quiet: true,
    phone: 'hide',
  },
  { key: 'more', head: '', of: (it) => <Revoke token={it} />, align: 'end', width: 90 },
]

/** Keys for scripts and the command line; each can do no more than its owner, and less where chosen. */
export function TokensPage() {
  const asked = useAsk(listTokens)
  const [making, setMaking] = useState(false)
  return (
    <SettingsPage
      title="API tokens"
      actions={
        <Button icon={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          New token
        </Button>
      }
    >
      <Section
        title="My tokens"
        count={asked.data?.items.length}
        about="For scripts and the command line. The interface is described at /docs."
      >
        <Loaded of={asked}>
          {({ items, scopes }) => (
            <>
              <Table
                label="Tokens"
                rows={items}
                columns={columns}
                keyOf={(it) => it.id}
                empty={
                  <EmptyState small title="No tokens">
                    You need one to use Unitbase from a script or another tool.
                  </EmptyState>
                }
              />
              <TokenDialog open={making} scopes={scopes} onClose={() => setMaking(false)} />
            </>
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
