import { useAsk, useChange } from '../../../client/react.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { ResponseOf } from '../../../kernel/route.ts'
import { listPaperRules, setPaperRule } from '../papers.contract.ts'
import css from './Papers.module.css'
import { engagementWords } from './paperWords.ts'

type Rules = ResponseOf<typeof listPaperRules>
type EngagementKind = keyof typeof engagementWords

/** Which paper is required of whom: the office's own table, with the source it began from. */
export function RulesPage() {
  const asked = useAsk(listPaperRules)
  return (
    <SettingsPage
      title="Required papers"
      shipped="required-papers"
      wide
      summary="What blocks a booking, what only warns. Deal memos and releases tick themselves when they are signed."
    >
      <Loaded of={asked}>
        {(it) => <Table label="Required papers" rows={it.kinds} keyOf={({ id }) => id} columns={columnsOf(it.rules)} />}
      </Loaded>
    </SettingsPage>
  )
}

const columnsOf = (rules: Rules['rules']): Column<Rules['kinds'][number]>[] => [
  { key: 'name', head: 'Paper', of: (it) => <b>{it.name}</b>, width: 170 },
  ...(Object.keys(engagementWords) as EngagementKind[]).map((engagementKind): Column<Rules['kinds'][number]> => ({
    key: engagementKind,
    head: engagementWords[engagementKind],
    width: 104,
    of: (it) => (
      <Effect
        kind={it}
        engagementKind={engagementKind}
        effect={rules.find((rule) => rule.kindId === it.id && rule.engagementKind === engagementKind)?.effect ?? null}
      />
    ),
  })),
  {
    key: 'source',
    head: 'Begun from',
    of: (it) => <span title={it.source}>{it.source}</span>,
    quiet: true,
    phone: 'hide',
  },
]

interface EffectProps {
  kind: Rules['kinds'][number]
  engagementKind: EngagementKind
  effect: 'block' | 'warn' | null
}

function Effect({ kind, engagementKind, effect }: EffectProps) {
  const set = useChange(setPaperRule)
  return (
    <span className={css.rule}>
      <SelectField
        label={`${kind.name} of ${engagementWords[engagementKind]}`}
        hideLabel
        choices={[
          { value: 'none', label: '–' },
          { value: 'block', label: 'Blocks' },
          { value: 'warn', label: 'Warns' },
        ]}
        value={effect ?? 'none'}
        onChange={(next: string | null) =>
          set.mutate(
            {
              body: {
                kindId: kind.id,
                engagementKind,
                effect: next === 'none' ? null : (next as EffectProps['effect']),
              },
            },
            { onError: toast.problem },
          )
        }
      />
    </span>
  )
}
