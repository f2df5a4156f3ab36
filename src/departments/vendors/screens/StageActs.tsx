import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { needsReason, stageWords, waysFrom, type Stage } from '../stage.rules.ts'
import { archiveVendor, setStage, type Vendor } from '../vendor.contract.ts'
import { stageActs } from './vendorWords.ts'

/** Where a vendor may go from here; leaving use asks for its reason first. */
export function StageActs({ vendor }: { vendor: Vendor }) {
  const [asking, setAsking] = useState<Stage>()
  const [reason, setReason] = useState('')
  const stage = useChange(setStage)
  const archive = useChange(archiveVendor)
  const params = { vendorId: vendor.id }
  const move = (to: Stage, why = '') =>
    stage.mutate(
      { params, body: { stage: to, reason: why }, ifMatch: vendor.version },
      {
        onError: toast.problem,
        onSuccess: () => {
          setAsking(undefined)
          toast.done(`${vendor.name}: ${stageWords[to].toLowerCase()}`)
        },
      },
    )
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params, body: { archived }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) =>
          toast.done(archived ? `${vendor.name} is archived` : `${vendor.name} is back`, {
            undo: () => put(!archived, saved.version),
          }),
      },
    )
  const isArchived = vendor.archivedAt !== null
  return (
    <>
      <Menu
        target={<Button icon={<IconChevronDown size={16} />}>Move to</Button>}
        items={[
          ...waysFrom(vendor.stage).map((to) => ({
            label: stageActs[to],
            danger: to === 'do_not_use',
            onPress: () => (needsReason(vendor.stage, to) ? setAsking(to) : move(to)),
          })),
          'line' as const,
          { label: isArchived ? 'Put back' : 'Archive', onPress: () => put(!isArchived, vendor.version) },
        ]}
      />
      <Dialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking === 'do_not_use' ? `Do not use ${vendor.name}` : `${vendor.name} again`}
        about="The reason stands on their record with your name."
        size="small"
      >
        <TextAreaField label="Reason" required autoFocus value={reason} onChange={setReason} />
        <DialogActions>
          <Button
            kind="accent"
            busy={stage.isPending}
            disabled={reason.trim() === ''}
            onClick={() => asking && move(asking, reason.trim())}
          >
            {asking === undefined ? 'Save' : stageActs[asking]}
          </Button>
          <Button onClick={() => setAsking(undefined)}>Cancel</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
