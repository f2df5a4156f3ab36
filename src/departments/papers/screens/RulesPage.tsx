import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { browser, useAsk, useChange } from '../../../client/react.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useOverTheirs } from '../../../ui/useOverTheirs.tsx'
import type { ResponseOf } from '../../../kernel/route.ts'
import { listPaperRules, setPaperRule, type PaperKindRecord } from '../papers.contract.ts'
import { ChasingPart } from './ChasingPart.tsx'
import { KindDialog } from './KindDialog.tsx'
import css from './Papers.module.css'
import { engagementWords } from './paperWords.ts'

type Rules = ResponseOf<typeof listPaperRules>
type EngagementKind = keyof typeof engagementWords

/** Which paper is required of whom: the office's own table, with the source it began from. */
export function RulesPage() {
  const asked = useAsk(listPaperRules)
  const [open, setOpen] = useState<PaperKindRecord | 'new'>()
  return (
    <SettingsPage
      title="Required papers"
      shipped="required-papers"
      wide
      actions={
        <Button icon={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          New kind of paper
        </Button>
      }
      summary="What blocks a booking, what only warns. Deal memos and releases tick themselves when they are signed."
    >
      <Loaded of={asked}>
        {(it) => (
          <Table
            label="Required papers"
            rows={it.kinds}
            keyOf={({ id }) => id}
            columns={columnsOf(it.rules, setOpen)}
          />
        )}
      </Loaded>
      <ChasingPart />
      {open && (
        <KindDialog
          key={open === 'new' ? 'new' : open.id}
          kind={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </SettingsPage>
  )
}

const columnsOf = (rules: Rules['rules'], onOpen: (kind: PaperKindRecord) => void): Column<PaperKindRecord>[] => [
  {
    key: 'name',
    head: 'Paper',
    of: (it) => <TextButton onClick={() => onOpen(it)}>{it.name}</TextButton>,
    sortBy: (it) => it.name,
    width: 190,
  },
  ...(Object.keys(engagementWords) as EngagementKind[]).map((engagementKind): Column<PaperKindRecord> => ({
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
]

interface EffectProps {
  kind: PaperKindRecord
  engagementKind: EngagementKind
  effect: 'block' | 'warn' | null
}

const said = { none: '–', block: 'Blocks', warn: 'Warns' }
const choices = Object.entries(said).map(([value, label]) => ({ value, label }))
const wordOf = (effect: EffectProps['effect']): string => (effect === null ? 'Not required' : said[effect])

function Effect({ kind, engagementKind, effect }: EffectProps) {
  const { mutateAsync: set } = useChange(setPaperRule)
  const name = `${kind.name} of ${engagementWords[engagementKind].toLowerCase()}`
  const seen = { version: kind.version, effect }
  const { put, bothSides } = useOverTheirs({
    read: async () => effectIn(await browser.call(listPaperRules), kind, engagementKind),
    isUntouched: (theirs: typeof seen, it: typeof seen, _: EffectProps['effect']) => theirs.effect === it.effect,
    send: (next, ifMatch) => set({ body: { kindId: kind.id, engagementKind, effect: next }, ifMatch }),
    done: (next, before, { version }) =>
      toast.done(`${name}: ${wordOf(next).toLowerCase()}`, {
        undo: () => put(before.effect, { version, effect: next }).catch(toast.problem),
      }),
    subject: () => name,
    fields: (mine, theirs) => [{ label: 'Required', mine: wordOf(mine), theirs: wordOf(theirs.effect) }],
  })
  return (
    <span className={css.rule}>
      <SelectField
        label={name}
        hideLabel
        choices={choices}
        value={effect ?? 'none'}
        onChange={(next: string | null) =>
          void put(next === 'none' ? null : (next as EffectProps['effect']), seen).catch(toast.problem)
        }
      />
      {bothSides}
    </span>
  )
}

/** What is said of a kind of paper and of engagement, with the version it is changed by. */
function effectIn({ kinds, rules }: Rules, kind: PaperKindRecord, engagementKind: EngagementKind) {
  const rule = rules.find((it) => it.kindId === kind.id && it.engagementKind === engagementKind)
  return { version: kinds.find(({ id }) => id === kind.id)?.version ?? kind.version, effect: rule?.effect ?? null }
}
