import { TextButton } from '../../../ui/Button.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import type { ElementCategory } from '../element.contract.ts'
import css from './Breakdown.module.css'
import { CategoryIcon } from '../../../ui/CategoryIcon.tsx'

interface SelectionBarProps {
  words: string
  categories: readonly ElementCategory[]
  onTag: (words: string, category: string) => void
  onClose: () => void
}

/** Words are selected: what are they? */
export function SelectionBar({ words, categories, onTag, onClose }: SelectionBarProps) {
  return (
    <div className={css.bar} role="toolbar" aria-label={`Tag ${words}`}>
      <b>{words}</b>
      {categories
        .filter(({ key }) => key !== null)
        .map(({ code, name, icon, colour, key }) => (
          <button
            key={code}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTag(words, code)}
          >
            <CategoryIcon icon={icon} colour={colour} />
            {name}
            <Kbd>{key ?? ''}</Kbd>
          </button>
        ))}
      <TextButton onClick={onClose}>Leave it</TextButton>
    </div>
  )
}
