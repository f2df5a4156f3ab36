import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { CategoryIcon } from '../../../../ui/CategoryIcon.tsx'
import { classes } from '../../../../ui/classes.ts'
import { ColourField } from '../../../../ui/ColourField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { walk } from '../../../../ui/Tabs.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { categoryIcons, markRatio } from '../../../script/category.rules.ts'
import { changeCategory, listOfficeCategories, type ElementCategory } from '../../../script/element.contract.ts'
import css from './CategoryDialog.module.css'

type Draft = Pick<ElementCategory, 'name' | 'colour' | 'mark' | 'icon'> & { key: string }

const marks = [
  { value: 'solid', label: 'One line' },
  { value: 'thick', label: 'A thick line' },
  { value: 'double', label: 'Two lines' },
  { value: 'dashed', label: 'Dashes' },
  { value: 'dotted', label: 'Dots' },
]

const pictures = categoryIcons.map((value) => ({ value }))

/** The words of a script with the mark under them. */
export const CategoryMark = ({ of: { mark, colour, name } }: { of: Pick<Draft, 'mark' | 'colour' | 'name'> }) => (
  <span className={css.mark} style={{ textDecorationColor: colour, ...lines[mark] }}>
    {name.toUpperCase() || 'WORDS'}
  </span>
)

const lines = {
  solid: { textDecorationStyle: 'solid' },
  thick: { textDecorationStyle: 'solid', textDecorationThickness: '3px' },
  double: { textDecorationStyle: 'double' },
  dashed: { textDecorationStyle: 'dashed' },
  dotted: { textDecorationStyle: 'dotted' },
} as const

const Body = bodyOf(changeCategory)
const draftOf = ({ name, colour, mark, icon, key }: ElementCategory): Draft => ({
  name,
  colour,
  mark,
  icon,
  key: key ?? '',
})
const toSend = ({ key, ...draft }: Draft) => ({ ...draft, key: key.trim() === '' ? null : key.trim().toUpperCase() })

function CategoryForm({ category, onClose }: { category: ElementCategory; onClose: () => void }) {
  const client = useQueryClient()
  const { code, name, colour, mark, icon, key } = category
  const send = async (body: (typeof Body)['_output'], version: number) => {
    const saved = await browser.call(changeCategory, { params: { code }, body, ifMatch: version })
    void refresh(client, null)
    return saved
  }
  const form = useForm<Draft, (typeof Body)['_output']>({
    schema: Body,
    initial: draftOf(category),
    toSend,
    save: async (body, version = category.version) => {
      const saved = await send(body, version)
      toast.done(`${saved.name} is marked so in every production`, {
        undo: () => send(Body.parse({ name, colour, mark, icon, key }), saved.version).catch(toast.problem),
      })
      onClose()
    },
    shared: {
      subject: category.name,
      version: category.version,
      read: async () => {
        const it = (await browser.call(listOfficeCategories)).items.find((other) => other.code === code) ?? category
        return { draft: draftOf(it), version: it.version }
      },
      words: { name: 'Name', key: 'Letter', colour: 'Colour', mark: 'Underline', icon: 'Icon' },
    },
  })
  const { field, draft, change } = form
  return (
    <Form of={form} action="Save" onCancel={onClose}>
      <FieldRow>
        <TextField label="Name" required autoFocus {...field('name')} />
        <TextField label="Letter" hint="Tags into it while you read" maxLength={1} {...field('key')} />
      </FieldRow>
      <FieldRow>
        <ColourField
          label="Colour"
          hint={`${ratioText(draft.colour)} on paper; 3 to 1 is needed`}
          {...field('colour')}
        />
        <SelectField label="Line" choices={marks} {...field('mark')} onChange={(to) => to && change({ mark: to })} />
      </FieldRow>
      <div
        role="radiogroup"
        aria-label="Picture"
        tabIndex={-1}
        className={css.icons}
        onKeyDown={(event) =>
          walk({ options: pictures, value: draft.icon, onChange: (to) => change({ icon: to }) }, event)
        }
      >
        {categoryIcons.map((it) => (
          <button
            key={it}
            type="button"
            role="radio"
            aria-checked={draft.icon === it}
            aria-label={it}
            tabIndex={draft.icon === it ? 0 : -1}
            className={classes(css.icon, draft.icon === it && css.chosen)}
            onClick={() => change({ icon: it })}
          >
            <CategoryIcon icon={it} colour={draft.colour} size={16} />
          </button>
        ))}
      </div>
      <p className={css.sample}>
        She sets the <CategoryMark of={draft} /> <CategoryIcon icon={draft.icon} colour={draft.colour} size={12} /> on
        the table.
      </p>
    </Form>
  )
}

const ratioText = (hex: string): string =>
  /^#[0-9a-f]{6}$/i.test(hex) ? `${markRatio(hex).toFixed(1)} to 1` : 'Six digits after #'

/** Changes how one category is marked, with the mark beside it as it will read. */
export const CategoryDialog = (props: { category: ElementCategory; onClose: () => void }) => (
  <Dialog open onClose={props.onClose} title={`Marks of ${props.category.name}`}>
    <CategoryForm {...props} />
  </Dialog>
)
