import { useRef } from 'react'
import { IconArchive, IconArchiveOff, IconFolderSymlink, IconX } from '@tabler/icons-react'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import type { Folder } from '../folder.contract.ts'
import { folderChoices } from './tree.rules.ts'
import type { Arrangement } from './useArranging.ts'

interface SelectionBarProps {
  many: number
  folders: readonly Folder[]
  archived: boolean
  onArrange: (how: Arrangement) => void
  onClear: () => void
}

/** What can be done with the ticked documents. */
export function SelectionBar({ many, folders, archived, onArrange, onClear }: SelectionBarProps) {
  const move = useRef<HTMLButtonElement>(null)
  useKeys({ m: () => move.current?.click() })
  return (
    <Toolbar
      end={
        <Button kind="quiet" icon={<IconX size={16} />} onClick={onClear}>
          Untick
        </Button>
      }
    >
      <b>{plural(many, 'document')} ticked</b>
      <Menu
        target={
          <Button ref={move} icon={<IconFolderSymlink size={16} />}>
            Move to
          </Button>
        }
        width={280}
        items={folderChoices(folders).map(({ value, label }) => ({
          label,
          onPress: () => onArrange({ folderId: value === 'top' ? null : value }),
        }))}
      />
      <Button
        icon={archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        onClick={() => onArrange({ archived: !archived })}
      >
        {archived ? 'Put back' : 'Put away'}
      </Button>
    </Toolbar>
  )
}
