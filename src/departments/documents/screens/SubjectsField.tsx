import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { browser } from '../../../client/react.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { FindField } from '../../../ui/FindField.tsx'
import { type Subject } from '../document.contract.ts'
import { findSubjects } from '../documentSearch.contract.ts'
import css from './DocumentPanel.module.css'

export interface NamedSubject extends Subject {
  label: string
}

interface SubjectsFieldProps {
  productionId: string
  value: readonly NamedSubject[]
  onChange: (next: NamedSubject[]) => void
}

/** What a document is about: scenes, places, people, call sheets. */
export function SubjectsField({ productionId, value, onChange }: SubjectsFieldProps) {
  const known = useRef(new Map<string, string>()).current
  const find = async (q: string) => {
    const { items } = await browser.call(findSubjects, { params: { productionId }, query: { q } })
    return items.map(({ kind, id, label, kindLabel }) => {
      known.set(`${kind} ${id}`, label)
      return { value: `${kind} ${id}`, label: `${label}, ${kindLabel.toLowerCase()}` }
    })
  }
  const add = (key: string | null) => {
    const [kind = '', id = ''] = (key ?? '').split(' ')
    if (key === null || value.some((it) => it.id === id)) return
    onChange([...value, { kind, id, label: known.get(key) ?? '' }])
  }
  return (
    <div>
      <FindField
        label="About"
        hint="A scene, a place, a person, a call sheet"
        value={null}
        find={find}
        onChange={add}
      />
      {value.length > 0 && (
        <ul className={css.versions}>
          {value.map((it) => (
            <li key={it.id}>
              <span>{it.label}</span>
              <IconButton
                label={`Not about ${it.label}`}
                size="small"
                icon={<IconX size={16} />}
                onClick={() => onChange(value.filter(({ id }) => id !== it.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
