import { Button } from '../../../../ui/Button.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useDoing } from '../../../../ui/useDoing.ts'

interface Kept {
  name: string
  isArchived: boolean
  version: number
}

interface RowActionsProps {
  of: Kept
  /** The word for changing it: *Correct* where its figures have a source. */
  change: string
  onEdit: (mode: 'change' | 'copy') => void
  archive: (archived: boolean, version: number) => Promise<{ version: number }>
  /** Said where something goes by it still: *Boards that wear it keep it.* */
  inUse?: string | undefined
}

/** What can be done with a row of the office's own lists: changed, copied, put away and taken out again. */
export function RowActions({ of: it, change, onEdit, archive, inUse }: RowActionsProps) {
  const { doing, busy } = useDoing()
  const put = async (archived: boolean, version: number): Promise<void> => {
    const now = await archive(archived, version)
    toast.done(archived ? `${it.name} is put away` : `${it.name} can be chosen again`, {
      ...(archived && inUse !== undefined && { detail: inUse }),
      undo: () => put(!archived, now.version).catch(toast.problem),
    })
  }
  return (
    <>
      <Button onClick={() => onEdit('change')}>{change}</Button>
      <Button onClick={() => onEdit('copy')}>Make one like it</Button>
      <Button
        kind="quiet"
        busy={busy}
        onClick={() => void doing(() => put(!it.isArchived, it.version).catch(toast.problem))}
      >
        {it.isArchived ? 'Take out again' : 'Put away'}
      </Button>
    </>
  )
}
