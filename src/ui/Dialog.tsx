import { Modal } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import css from './Dialog.module.css'
import { UnsavedIn, type Unsaved } from './unsaved.ts'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** A sentence under the title. */
  about?: ReactNode
  /** `wide` for previews and comparisons. */
  size?: 'small' | 'normal' | 'wide' | 'full'
  /** For what must be answered before anything else: it stands above open menus and pickers too. */
  foremost?: boolean
  children: ReactNode
}

const widths = { small: 400, normal: 560, wide: 920, full: 1240 }

/** A dialog that is taken away rather than closed gives focus back too: to what opened it, where that still stands. */
function useWayBack(open: boolean): void {
  const opener = useMemo(() => (open ? document.activeElement : null), [open])
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === document.body
        if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      })
    },
    [opener],
  )
}

const fields =
  'input:not([type=hidden], [type=checkbox], [type=radio], [type=file]):not([disabled]), textarea:not([disabled]), select:not([disabled])'

/**
 * A form that does not say where one begins, begins with its first field and not with the button that closes it. A day is
 * left alone: its calendar would open over the form.
 */
function beginWithFirstField(content: HTMLElement | null): void {
  if (content === null || content.querySelector('[data-autofocus]')) return
  const first = content.querySelector(fields)
  if (first && !first.matches('[data-dates-input]')) first.setAttribute('data-autofocus', 'true')
}

/** A question or a form on its own. Focus goes in, Esc closes, focus comes back. What is typed is not lost to a stray Esc. */
export function Dialog({ open, onClose, title, about, size = 'normal', foremost = false, children }: DialogProps) {
  useWayBack(open)
  const unsaved = useRef(new Set<string>())
  const [asking, setAsking] = useState(false)
  const note = useMemo<Unsaved>(
    () => (form) => {
      unsaved.current.add(form)
      return () => unsaved.current.delete(form)
    },
    [],
  )
  return (
    <Modal
      opened={open}
      onClose={() => (unsaved.current.size > 0 ? setAsking(true) : onClose())}
      size={widths[size]}
      title={<span className={css.title}>{title}</span>}
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={foremost ? 500 : 300}
      yOffset="8vh"
    >
      <div ref={beginWithFirstField}>
        {about !== undefined && <p className={css.about}>{about}</p>}
        <UnsavedIn value={note}>{children}</UnsavedIn>
      </div>
      {asking && <AskBeforeClosing onStay={() => setAsking(false)} onLeave={onClose} />}
    </Modal>
  )
}

function AskBeforeClosing({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog open foremost size="small" onClose={onStay} title="Close without saving?">
      <p>What you changed in this window is not saved yet.</p>
      <DialogActions>
        <Button kind="accent" onClick={onStay} data-autofocus>
          Go on editing
        </Button>
        <Button
          onClick={() => {
            onStay()
            onLeave()
          }}
        >
          Close without saving
        </Button>
      </DialogActions>
    </Dialog>
  )
}

export const DialogActions = ({ children }: { children: ReactNode }) => <div className={css.foot}>{children}</div>

interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** What follows from it, and what stays. */
  children: ReactNode
  /** The verb: *Revoke link*. Never *OK*. */
  action: string
  onConfirm: () => void
  busy?: boolean
}

/** For what cannot simply be undone. Everything else is done at once, with Undo. */
export function ConfirmDialog({ open, onClose, title, children, action, onConfirm, busy = false }: ConfirmDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} size="small">
      {children}
      <DialogActions>
        <Button kind="accent" busy={busy} onClick={onConfirm} data-autofocus>
          {action}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
