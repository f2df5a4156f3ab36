import { IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Button, IconButton, TextButton } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import {
  addElement,
  changeElement,
  ElementChange,
  linkElement,
  listElements,
  removeElement,
  unlinkElement,
} from '../element.contract.ts'
import type { Element, ElementCategory } from '../element.contract.ts'
import type { ElementId } from '../scene.contract.ts'

interface ElementPanelProps {
  productionId: ProductionId
  element: Element
  elements: readonly Element[]
  categories: readonly ElementCategory[]
  canEdit: boolean
  onClose: () => void
}

const Draft = ElementChange.required({ name: true, category: true }).extend({ aliases: z.array(z.string()) })

const draftOf = (element: Element) => ({
  name: element.name,
  category: element.category as string | null,
  boardId: element.boardId ?? '',
  aliases: element.aliases.join(', '),
  isMinor: element.isMinor,
  age: element.age,
  allowHold: element.allowHold,
  allowDrop: element.allowDrop,
  minDropDays: element.minDropDays as number | null,
  doNotExceedMinutes: element.doNotExceedMinutes,
  notes: element.notes,
})

const toSend = (draft: ReturnType<typeof draftOf>) => ({
  ...draft,
  boardId: draft.boardId.trim() || null,
  minDropDays: draft.minDropDays ?? 10,
  aliases: draft.aliases
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
})

/** One element: its number, how the day out of days treats it, whom it brings. */
export function ElementPanel({ productionId, element, elements, categories, canEdit, onClose }: ElementPanelProps) {
  const client = useQueryClient()
  const params = { productionId, elementId: element.id }
  const form = useForm({
    schema: Draft,
    initial: draftOf(element),
    toSend,
    save: async (body, version = element.version) => {
      await browser.call(changeElement, { params, body, ifMatch: version })
      toast.done(`${element.name} saved`)
      await refresh(client, productionId)
    },
    shared: {
      subject: element.name,
      version: element.version,
      read: async () => {
        const { items } = await browser.call(listElements, { params: { productionId } })
        const theirs = items.find(({ id }) => id === element.id) ?? element
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        name: 'Name',
        category: {
          word: 'Category',
          say: (code) => categories.find((category) => category.code === code)?.name ?? '',
        },
        boardId: 'Number on the board',
        aliases: 'Other names',
        isMinor: 'A minor',
        age: 'Age',
        doNotExceedMinutes: 'At most, a day',
        allowHold: 'May be held',
        allowDrop: 'May be dropped and picked up',
        minDropDays: 'Drop needs more than',
        notes: 'Notes',
      },
    },
  })
  const putAway = async () => {
    try {
      await browser.call(removeElement, { params, ifMatch: element.version })
      toast.done(`${element.name} was put away`)
      onClose()
    } catch (thrown) {
      toast.problem(thrown)
    }
    await refresh(client, productionId)
  }
  if (!canEdit)
    return (
      <Panel title={element.name} onClose={onClose}>
        {element.notes}
      </Panel>
    )
  return (
    <Panel
      title={element.name}
      onClose={onClose}
      foot={<TextButton onClick={() => void putAway()}>Put {element.name} away</TextButton>}
    >
      <Form of={form} action="Save">
        <TextField label="Name" required {...form.field('name')} />
        <FieldRow>
          <SelectField
            label="Category"
            choices={categories.map(({ code, name }) => ({ value: code, label: name }))}
            {...form.field('category')}
          />
          <TextField label="Number on the board" {...form.field('boardId')} />
        </FieldRow>
        <TextField label="Other names" hint="As the script writes it, parted by commas." {...form.field('aliases')} />
        <FieldRow>
          <CheckField label="A minor" {...form.field('isMinor')} />
          <NumberField label="Age" min={0} max={120} {...form.field('age')} />
          <NumberField label="At most, a day" unit="min" min={1} max={1440} {...form.field('doNotExceedMinutes')} />
        </FieldRow>
        <FieldRow>
          <CheckField label="May be held" hint="Paid days between two working days." {...form.field('allowHold')} />
          <CheckField label="May be dropped and picked up" {...form.field('allowDrop')} />
          <NumberField label="Drop needs more than" unit="days" min={0} max={365} {...form.field('minDropDays')} />
        </FieldRow>
        <TextAreaField label="Notes" {...form.field('notes')} />
      </Form>
      <Brings productionId={productionId} element={element} elements={elements} />
    </Panel>
  )
}

function Brings({
  productionId,
  element,
  elements,
}: {
  productionId: ProductionId
  element: Element
  elements: readonly Element[]
}) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const doing = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (thrown) {
      toast.problem(thrown)
    }
    await refresh(client, productionId)
  }
  const paramsOf = (bringsId: ElementId) => ({ productionId, elementId: element.id, bringsId })
  const link = (bringsId: ElementId) => doing(() => browser.call(linkElement, { params: paramsOf(bringsId), body: {} }))
  const bringTeacher = () =>
    doing(async () => {
      const name = 'Studio teacher'
      const known = elements.find((one) => one.name === name)
      const teacher =
        known ??
        (await browser.call(addElement, { params: { productionId }, body: { category: 'additional_labor', name } }))
      await browser.call(linkElement, { params: paramsOf(teacher.id), body: {} })
    })
  const free = elements.filter(({ id }) => id !== element.id && !element.links.some(({ bringsId }) => bringsId === id))
  return (
    <Section
      title="Brings along"
      count={element.links.length}
      about="Whoever is linked comes to every scene this is in."
    >
      {element.links.map(({ bringsId, name }) => (
        <div key={bringsId} style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
          {name}
          <IconButton
            label={`No longer bring ${name}`}
            size="small"
            icon={<IconX size={14} />}
            onClick={() => void doing(() => browser.call(unlinkElement, { params: paramsOf(bringsId) }))}
          />
        </div>
      ))}
      {element.isMinor && element.links.length === 0 && (
        <Button onClick={() => void bringTeacher()}>Bring a studio teacher</Button>
      )}
      {free.length > 0 && (
        <FieldRow>
          <SelectField
            label="Bring along"
            hideLabel
            placeholder="Choose an element"
            searchable
            choices={free.map(({ id, name }) => ({ value: id as string, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
          <Button
            disabled={chosen === null}
            onClick={() => chosen !== null && void link(chosen as ElementId).then(() => setChosen(null))}
          >
            Link
          </Button>
        </FieldRow>
      )}
    </Section>
  )
}
