import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import type { z } from 'zod'
import { browser, useAsk, useChange } from '../../../client/react.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { plural } from '../../../ui/words.ts'
import { listVendorCategories, setVendorCategories, type VendorCategories } from '../category.contract.ts'
import { BuyingRules } from './BuyingRules.tsx'
import css from './Vendors.module.css'

/** What vendors deliver: the office's own list, in its own order. */
export function CategoriesPage() {
  const asked = useAsk(listVendorCategories)
  return (
    <SettingsPage title="Vendor categories" shipped="vendor-categories">
      <Loaded of={asked}>
        {(it) => (
          <Section
            title="Order"
            count={it.items.length}
            about="What vendors deliver, as it is offered when one is added. A name that is taken out stays with the vendors who have it."
          >
            <Editor answer={it} />
          </Section>
        )}
      </Loaded>
      <BuyingRules />
    </SettingsPage>
  )
}

interface Row {
  /** Stays while the name is typed. */
  key: string
  id: string | null
  name: string
  vendors: number
}

const draftOf = ({ items }: VendorCategories) => ({
  items: items.map(({ id, name, vendors }): Row => ({ key: id, id, name, vendors })),
  source: items[0]?.source ?? '',
})

type Draft = ReturnType<typeof draftOf>
const Body = bodyOf(setVendorCategories)

function Editor({ answer }: { answer: VendorCategories }) {
  const save = useChange(setVendorCategories)
  const form = useForm<Draft, z.output<typeof Body>>({
    schema: Body,
    initial: draftOf(answer),
    toSend: ({ items, source }) => ({ items: items.map(({ id, name }) => ({ id, name })), source }),
    save: async (body, version = answer.version) => {
      await save.mutateAsync({ ifMatch: version, body })
      toast.done('The list is saved')
    },
    shared: {
      subject: 'the list of categories',
      version: answer.version,
      read: async () => {
        const theirs = await browser.call(listVendorCategories)
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        items: { word: 'Categories', say: (rows) => rows.map(({ name }) => name).join(', ') },
        source: 'Where this list is from',
      },
    },
  })
  const rows = form.draft.items
  const setRows = (items: Row[]) => form.change({ items })
  const move = (at: number, by: -1 | 1) => {
    const next = [...rows]
    const [row] = next.splice(at, 1)
    if (row) next.splice(at + by, 0, row)
    setRows(next)
  }
  return (
    <div className={css.list}>
      <Form of={form} action="Save the list" isWide>
        {rows.map((row, at) => (
          <div className={css.row} key={row.key}>
            <TextField
              label={`Category ${at + 1}`}
              hideLabel
              value={row.name}
              onChange={(name) => setRows(rows.map((it) => (it.key === row.key ? { ...it, name } : it)))}
            />
            <span className={css.quiet}>{row.vendors > 0 ? plural(row.vendors, 'vendor') : ''}</span>
            <span className={css.acts}>
              <IconButton
                label={`Move ${row.name} up`}
                icon={<IconArrowUp size={16} />}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                label={`Move ${row.name} down`}
                icon={<IconArrowDown size={16} />}
                disabled={at === rows.length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton
                label={`Take ${row.name} out`}
                icon={<IconX size={16} />}
                onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              />
            </span>
          </div>
        ))}
        <Button
          size="small"
          icon={<IconPlus size={16} />}
          onClick={() => setRows([...rows, { key: crypto.randomUUID(), id: null, name: '', vendors: 0 }])}
        >
          Category
        </Button>
        <div className={css.source}>
          <TextField label="Where this list is from" {...form.field('source')} />
        </div>
        {form.errors['items'] !== undefined && <p role="alert">{form.errors['items']}</p>}
      </Form>
    </div>
  )
}
