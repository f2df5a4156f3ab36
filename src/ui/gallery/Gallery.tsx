import { IconPlus, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { Button, TextButton } from '../Button.tsx'
import { CheckField } from '../CheckField.tsx'
import { ConcernList } from '../ConcernList.tsx'
import { DateField } from '../DateField.tsx'
import { Dialog } from '../Dialog.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FileDrop } from '../FileDrop.tsx'
import { FieldRow, Form } from '../Form.tsx'
import { Meter } from '../Meter.tsx'
import { NumberField } from '../NumberField.tsx'
import { Page } from '../Page.tsx'
import { Panel } from '../Panel.tsx'
import { Section } from '../Section.tsx'
import { SelectField } from '../SelectField.tsx'
import { Status, type Standing } from '../Status.tsx'
import { Table, type Column } from '../Table.tsx'
import { Segmented, Tabs } from '../Tabs.tsx'
import { TextAreaField, TextField } from '../TextField.tsx'
import { LengthField, TimeField } from '../TimeField.tsx'
import { toast } from '../toast.tsx'
import { useForm } from '../useForm.ts'
import { Why } from '../Why.tsx'
import { concerns, crew, type Member } from './gallery.sample.ts'

const standings: Standing[] = ['go', 'attention', 'stop', 'seen', 'waiting', 'half', 'daylight', 'off', 'neutral']

const columns: Column<Member>[] = [
  { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  { key: 'position', head: 'Position', of: (it) => it.position, quiet: true, sortBy: (it) => it.position },
  { key: 'call', head: 'Call', of: (it) => it.call, sortBy: (it) => it.call, width: 80 },
  { key: 'state', head: 'State', of: (it) => <Status is={it.is}>{it.state}</Status>, phone: 'hide' },
  { key: 'next', head: 'Next', align: 'end', of: () => <TextButton>Nudge</TextButton> },
]

const Sample = z.object({ title: z.string().min(1, 'Give it a title.'), startsOn: z.string().nullable() })

function SampleForm({ onDone }: { onDone: () => void }) {
  const form = useForm({
    schema: Sample,
    initial: {
      title: '',
      startsOn: null as string | null,
      call: null as string | null,
      prep: 45 as number | null,
      kind: null as string | null,
      days: 3 as number | null,
      notes: '',
      archived: false,
    },
    save: () => Promise.resolve(onDone()),
  })
  return (
    <Form of={form} action="Create production" onCancel={onDone}>
      <TextField label="Title" required {...form.field('title')} />
      <FieldRow>
        <DateField label="Starts on" {...form.field('startsOn')} />
        <TimeField label="Call" {...form.field('call')} />
        <LengthField label="Prep" {...form.field('prep')} />
      </FieldRow>
      <FieldRow>
        <SelectField
          label="Kind"
          choices={[
            { value: 'commercial', label: 'Commercial' },
            { value: 'narrative', label: 'Narrative' },
          ]}
          {...form.field('kind')}
        />
        <NumberField label="Shoot days" min={1} {...form.field('days')} />
      </FieldRow>
      <TextAreaField label="Notes" {...form.field('notes')} />
      <CheckField label="Archived" {...form.field('archived')} />
    </Form>
  )
}

function Marks() {
  return (
    <Section title="Status" count={standings.length}>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 18, padding: '10px 0' }}>
        {standings.map((is) => (
          <Status key={is} is={is}>
            {is}
          </Status>
        ))}
      </p>
      <Meter
        parts={[
          { is: 'go', count: 26, label: 'confirmed' },
          { is: 'seen', count: 3, label: 'viewed' },
          { is: 'waiting', count: 1, label: 'not opened' },
          { is: 'stop', count: 1, label: 'bounced' },
        ]}
      />
      <p style={{ padding: '10px 0' }}>
        Wrap{' '}
        <Why
          title="Estimated wrap"
          parts={[
            { label: 'Call', value: '07:00' },
            { label: 'Strips', value: '9:15' },
            { label: 'Meal', value: '0:45', source: 'profile' },
          ]}
          total="17:00"
        >
          17:00
        </Why>
      </p>
    </Section>
  )
}

export function Gallery() {
  const [tab, setTab] = useState('all')
  const [board, setBoard] = useState('active')
  const [open, setOpen] = useState(false)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string>()
  return (
    <Page
      of="Last Ferry"
      title="Gallery"
      tools={
        <Segmented
          label="Board"
          value={board}
          onChange={setBoard}
          options={[
            { value: 'active', label: 'Active' },
            { value: 'b', label: 'Draft B', count: 5 },
          ]}
        />
      }
      actions={
        <>
          <Button icon={<IconPlus size={16} />} onClick={() => setOpen(true)}>
            New production
          </Button>
          <Button
            kind="accent"
            icon={<IconSend size={16} />}
            onClick={() => toast.done('Scene 12 moved to day 3', { undo: () => toast.done('Back on day 2') })}
          >
            Publish
          </Button>
          <Button
            kind="danger"
            onClick={() =>
              toast.problem({
                title: 'The call sheet is not ready',
                status: 409,
                detail: '2 people have no call time.',
              })
            }
          >
            Refuse
          </Button>
        </>
      }
      aside={
        current === undefined ? undefined : (
          <Panel title={current} onClose={() => setCurrent(undefined)}>
            A record.
          </Panel>
        )
      }
      hints={[
        { keys: ['J', 'K'], does: 'next, previous' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['Ctrl', 'Z'], does: 'undo' },
      ]}
      status="Times BST"
    >
      <Marks />
      <Section title="Concerns" count={concerns.length} right="2 block a shoot">
        <ConcernList of={concerns} right={() => <TextButton>Accept</TextButton>} />
      </Section>
      <Section
        title="Crew"
        count={crew.length}
        right={
          <Tabs
            label="Who"
            value={tab}
            onChange={setTab}
            options={[
              { value: 'all', label: 'All', count: 42 },
              { value: 'crew', label: 'Crew', count: 32 },
            ]}
          />
        }
      >
        <Table
          label="Crew"
          rows={crew}
          columns={columns}
          keyOf={(it) => it.name}
          groupBy={(it) => it.group}
          selected={ticked}
          onSelect={setTicked}
          onOpen={(it) => setCurrent(it.name)}
          current={current}
        />
      </Section>
      <FileDrop label="A script: Fountain or Final Draft (.fdx)" onFiles={() => undefined} />
      <EmptyState title="No call sheets yet" actions={<Button>Make one for day 1</Button>}>
        A call sheet emerges from the schedule, the crew and the locations of a day. Publish the schedule first.
      </EmptyState>
      <Dialog open={open} onClose={() => setOpen(false)} title="New production" about="Dates can move later.">
        <SampleForm onDone={() => setOpen(false)} />
      </Dialog>
    </Page>
  )
}
