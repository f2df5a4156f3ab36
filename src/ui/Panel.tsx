import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import css from './Panel.module.css'

interface PanelProps {
  title: string
  about?: ReactNode
  onClose?: (() => void) | undefined
  foot?: ReactNode
  children: ReactNode
}

/** What is done with the record as a whole, above what it says. */
export const PanelActions = ({ children }: { children: ReactNode }) => <div className={css.actions}>{children}</div>

/** A record or an explanation beside the content: goes into a Page's `aside`. */
export function Panel({ title, about, onClose, foot, children }: PanelProps) {
  return (
    <div className={classes(css.panel, onClose && css.opened)}>
      <div className={css.head}>
        <div>
          <h2>{title}</h2>
          {about !== undefined && <p>{about}</p>}
        </div>
        {onClose && (
          <div className={css.close}>
            <IconButton label="Close" icon={<IconX size={16} />} size="small" onClick={onClose} />
          </div>
        )}
      </div>
      <div className={css.body}>{children}</div>
      {foot !== undefined && <div className={css.foot}>{foot}</div>}
    </div>
  )
}
