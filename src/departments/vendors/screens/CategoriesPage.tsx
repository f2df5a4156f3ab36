import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import type { ResponseOf } from '../../../kernel/route.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { listVendorCategories, setVendorCategories } from '../vendor.contract.ts'
import css from './Vendors.module.css'

type Answer = ResponseOf<typeof listVendorCategories>

/** What vendors deliver: the office's own list, in its own order. */
export function CategoriesPage() {
  const asked = useAsk(listVendorCategories)
  return (
    <Page
      title="Vendor categories"
      head="large"
      width="reading"
      summary="What vendors deliver. Names that are taken out stay with the vendors who have them."
    >
      <Loaded of={asked}>
        {(it) => <Editor key={it.items.map(({ id, name }) => id + name).join()} answer={it} />}
      </Loaded>
    </Page>
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
    <>
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
      <TextField label="Where this list is from" value={source} onChange={setSource} />
      {save.error && <ProblemNote problem={problemOf(save.error)} />}
      <div className={css.acts}>
        <Button
          kind="accent"
          busy={save.isPending}
          onClick={() =>
            save.mutate(
              { body: { items: rows.map(({ id, name }) => ({ id: id as never, name })), source } },
              { onSuccess: () => toast.done('The list is saved') },
            )
          }
        >
          Save the list
        </Button>
      </div>
    </>
  )
}
