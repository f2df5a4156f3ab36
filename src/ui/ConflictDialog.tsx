import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import css from './ConflictDialog.module.css'
import { Dialog, DialogActions } from './Dialog.tsx'
import { whereTheyDiffer } from './formConflict.ts'

export interface ConflictField {
  label: string
  mine: string
  theirs: string
}

interface ConflictDialogProps {
  open: boolean
  /** What both changed: *Scene 12*. */
  subject: string
  fields: readonly ConflictField[]
  /** Save mine on top of theirs. */
  onKeepMine: () => void
  /** Leave theirs, drop mine. */
  onTakeTheirs: () => void
  onClose: () => void
  /** Nothing was typed that could be gone on with: it was one press. */
  isOnePress?: boolean
}

const differing = ({ mine, theirs }: ConflictField) => mine !== theirs
const isFilled = ({ mine, theirs }: ConflictField) => mine !== '' || theirs !== ''

/** Somebody else saved first (412). Both sides stand next to each other, and nothing is lost until a person chooses. */
export function ConflictDialog({
  open,
  subject,
  fields,
  onKeepMine,
  onTakeTheirs,
  onClose,
  isOnePress = false,
}: ConflictDialogProps) {
  const shown = fields.filter(isFilled).toSorted((a, b) => Number(differing(b)) - Number(differing(a)))
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="wide"
      foremost
      title={`Somebody else changed ${subject} first`}
      about={
        isOnePress
          ? 'Yours is not saved yet. Compare, then choose.'
          : 'What you typed is still here. Compare, then choose.'
      }
    >
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Yours</th>
            <th scope="col">Saved by the other</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => {
            const [mine, theirs] = whereTheyDiffer(field.mine, field.theirs)
            return (
              <tr key={field.label} className={classes(differing(field) && css.differs)}>
                <th scope="row">{field.label}</th>
                <td>{mine || '–'}</td>
                <td>{theirs || '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <DialogActions>
        <Button kind="accent" onClick={onKeepMine}>
          Save mine over it
        </Button>
        <Button onClick={onTakeTheirs}>Take theirs</Button>
        {!isOnePress && (
          <Button kind="quiet" onClick={onClose}>
            Keep editing
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
