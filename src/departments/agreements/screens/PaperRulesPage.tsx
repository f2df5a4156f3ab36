import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { plural } from '../../../ui/words.ts'
import { kindWords } from '../kinds.rules.ts'
import { getPaperRules, type PaperRules } from '../template.contract.ts'
import { LadderDialog } from './LadderDialog.tsx'
import { NeedDialog } from './NeedDialog.tsx'
import { appliesWords, stepsText } from './words.ts'

type Ladder = PaperRules['ladders'][number]
type Need = PaperRules['needs'][number]

const source: Column<{ source: string; dated: string }> = {
  key: 'source',
  head: 'Where it comes from',
  of: (it) => (
    <>
      {it.source}, <DateText on={it.dated} year />
    </>
  ),
  wraps: true,
  quiet: true,
  phone: 'hide',
}

const ladders: Column<Ladder>[] = [
  { key: 'kind', head: 'Paper', of: (it) => <b>{kindWords[it.kind].one}</b>, sortBy: (it) => it.kind, width: 180 },
  { key: 'steps', head: 'Reminded after', of: (it) => stepsText(it), width: '24%' },
  { key: 'within', head: 'To sign within', of: (it) => plural(it.signWithinDays, 'day'), width: 110, phone: 'hide' },
  { key: 'notice', head: 'Notice before it ends', of: (it) => plural(it.noticeDays, 'day'), width: 150, phone: 'hide' },
  source as Column<Ladder>,
]

const needs: Column<Need>[] = [
  {
    key: 'who',
    head: 'From',
    of: (it) => <b>{appliesWords[it.appliesTo]}</b>,
    sortBy: (it) => it.appliesTo,
    width: 180,
  },
  { key: 'kind', head: 'Paper', of: (it) => kindWords[it.kind].one, sortBy: (it) => it.kind, width: '24%' },
  {
    key: 'required',
    head: 'Needed',
    of: (it) => <Status is={it.required ? 'go' : 'off'}>{it.required ? 'Needed' : 'Not needed'}</Status>,
    width: 120,
  },
  source as Column<Need>,
]

/** Rules around papers: when reminders leave, how long there is to sign, and who needs which paper. */
export function PaperRulesPage() {
  const asked = useAsk(getPaperRules)
  const [ladder, setLadder] = useState<Ladder>()
  const [need, setNeed] = useState<Need | 'new'>()
  const mayEdit = asked.data?.can.edit ?? false
  return (
    <SettingsPage title="Paper rules" shipped="paper-reminders" wide>
      <Loaded of={asked}>
        {(rules) => (
          <>
            <Section
              title="Reminders"
              about="Each kind of paper is reminded on its own ladder, and not once more after the last step or the time to sign."
            >
              <Table
                label="Reminders"
                rows={rules.ladders}
                columns={ladders}
                keyOf={(it) => it.kind}
                {...(mayEdit && { onOpen: setLadder })}
              />
            </Section>
            <Section
              title="Who needs which paper"
              count={rules.needs.filter((it) => it.required).length}
              about="What a production’s list of who lacks what is computed from."
              right={
                mayEdit && (
                  <Button size="small" icon={<IconPlus size={16} />} onClick={() => setNeed('new')}>
                    Add
                  </Button>
                )
              }
            >
              <Table
                label="Who needs which paper"
                rows={rules.needs}
                columns={needs}
                keyOf={(it) => it.id}
                {...(mayEdit && { onOpen: setNeed })}
                empty={
                  <EmptyState small title="Nobody needs a paper">
                    Add what cast, crew and places need, and every production shows who lacks what.
                  </EmptyState>
                }
              />
            </Section>
          </>
        )}
      </Loaded>
      {ladder && <LadderDialog key={ladder.kind} ladder={ladder} onClose={() => setLadder(undefined)} />}
      {need && <NeedDialog need={need === 'new' ? undefined : need} onClose={() => setNeed(undefined)} />}
    </SettingsPage>
  )
}
