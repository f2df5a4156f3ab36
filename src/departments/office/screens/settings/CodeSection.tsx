import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refresh } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { CodeDialog } from './CodeDialog.tsx'
import css from './CodeSection.module.css'

/** A second step: six digits from an authenticator app (TOTP). */
export function CodeSection({ on }: { on: boolean }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    void refresh(client, null)
  }
  return (
    <Section title="A code as well">
      <div className={css.row}>
        {on ? <Status is="go">Asked for at sign-in</Status> : <Status is="off">Not asked for</Status>}
        <Button size="small" onClick={() => setOpen(true)}>
          {on ? 'Turn off' : 'Set up'}
        </Button>
      </div>
      <CodeDialog open={open} on={on} onClose={close} />
    </Section>
  )
}
