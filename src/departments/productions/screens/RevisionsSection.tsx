import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { ColourListField } from '../../../ui/ColourListField.tsx'
import { DialogActions } from '../../../ui/Dialog.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { changeProduction, type Production } from '../production.contract.ts'
import { getRevisionColours } from '../revisioncolours.contract.ts'
import { wrongColours } from '../revisioncolours.rules.ts'

/** The order this production prints its revisions in: the office's when it began, and its own from then on. */
export function RevisionsSection({ production }: { production: Production }) {
  const office = useAsk(getRevisionColours).data
  const change = useChange(changeProduction)
  const [colours, setColours] = useState(production.revisionColours)
  const text = JSON.stringify
  const isChanged = text(colours) !== text(production.revisionColours)
  const isOffices = office !== undefined && text(colours) === text(office.colours)
  const wrong = wrongColours(colours.filter(({ hex }) => /^#[0-9a-f]{6}$/i.test(hex)))
  const put = (
    revisionColours: Production['revisionColours'],
    version: number,
    then: (saved: Production) => void = () => {},
  ) =>
    change.mutate(
      { params: { productionId: production.id }, body: { revisionColours }, ifMatch: version },
      { onSuccess: then, onError: toast.problem },
    )
  const save = () =>
    put(colours, production.version, (saved) =>
      toast.done('Revisions print in this order', { undo: () => put(production.revisionColours, saved.version) }),
    )
  return (
    <Section
      title="Revision colours"
      about={
        isOffices
          ? 'The office’s order. What was issued keeps the colour it was issued in.'
          : 'An order of its own. What was issued keeps the colour it was issued in.'
      }
    >
      <div style={{ paddingTop: 10, maxWidth: 640 }}>
        <ColourListField
          label="Revision colours"
          value={colours}
          onChange={setColours}
          error={wrong.length > 0 ? wrong.join(' ') : undefined}
        />
        <DialogActions>
          <Button kind="accent" busy={change.isPending} disabled={!isChanged || wrong.length > 0} onClick={save}>
            Save the order
          </Button>
          {isChanged && <Button onClick={() => setColours(production.revisionColours)}>Cancel</Button>}
          {office && !isOffices && (
            <Button kind="quiet" onClick={() => setColours(office.colours)}>
              As the office
            </Button>
          )}
        </DialogActions>
      </div>
    </Section>
  )
}
