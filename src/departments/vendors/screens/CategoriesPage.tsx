import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import type { ResponseOf } from '../../../kernel/route.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { listVendorCategories, setVendorCategories } from '../category.contract.ts'
import { BuyingRules } from './BuyingRules.tsx'
import css from './Vendors.module.css'

type Answer = ResponseOf<typeof listVendorCategories>

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
            <Editor key={it.items.map(({ id, name }) => id + name).join()} answer={it} />
          </Section>
        )}
      </Loaded>
      <BuyingRules />
    </SettingsPage>
  )
}

function Editor({ answer }: { answer: Answer }) {
  const [rows, setRows] = useState(() =>
    answer.items.map(({ id, name, vendors }) => ({ key: id as string, id: id as string | null, name, vendors })),
  )
  const [source, setSource] = useState(answer.items[0]?.source ?? '')
  const save = useChange(setVendorCategories)
  const move = (at: number, by: -1 | 1) => {
    const next = [...rows]
    const [row] = next.splice(at, 1)
    if (row) next.splice(at + by, 0, row)
    setRows(next)
  }
  return (
    <div className={css.list}>
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
        <TextField label="Where this list is from" value={source} onChange={setSource} />
      </div>
      {save.error && <ProblemNote problem={problemOf(save.error)} />}
      <div className={css.acts}>
        <Button
          kind="accent"
          busy={save.isPending}
          onClick={() =>
            save.mutate(
              { body: { items: rows.map(({ id, name }) => ({ id, name })), source } },
              { onSuccess: () => toast.done('The list is saved') },
            )
          }
        >
          Save the list
        </Button>
      </div>
    </div>
  )
}
