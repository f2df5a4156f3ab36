import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { isStale, problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useTaken } from '../../../ui/useTaken.ts'
import {
  changeLocation,
  createLocation,
  listLocations,
  LocationChange,
  NewLocation,
  type Location,
} from '../location.contract.ts'
import { bodyOfDraft, comparedLocation, draftOf, type LocationDraft } from './location.draft.rules.ts'
import { LocationFields } from './LocationFields.tsx'

interface LocationFormProps {
  productionId: string
  /** Absent: a new place. */
  location: Location | null
  onClose: () => void
  onSaved: (location: Location) => void
}

function LocationForm({ productionId, location: current, onClose, onSaved }: LocationFormProps) {
  const client = useQueryClient()
  const location = useTaken(current)
  const [theirs, setTheirs] = useState<Location>()
  const [key] = useState(() => crypto.randomUUID())
  const initial = draftOf(location)
  const params = { productionId }
  const send = async (body: LocationChange, version: number) => {
    const saved =
      location === null
        ? await browser.call(createLocation, { params, body: body as NewLocation, idempotencyKey: key })
        : await browser.call(changeLocation, { params: { ...params, locationId: location.id }, body, ifMatch: version })
    toast.done(`${saved.name} is saved`)
    onSaved(saved)
    onClose()
    await refresh(client, productionId)
  }
  const form = useForm<LocationDraft, LocationChange>({
    schema: location === null ? NewLocation : LocationChange,
    initial,
    toSend: (draft) => bodyOfDraft(draft, initial),
    save: async (body) => {
      try {
        await send(body, location?.version ?? 0)
      } catch (thrown) {
        if (location === null || !isStale(problemOf(thrown))) throw thrown
        const { items } = await browser.call(listLocations, { params })
        setTheirs(items.find(({ id }) => id === location.id))
      }
    },
  })
  return (
    <>
      <Form of={form} action={location === null ? 'Add location' : 'Save'} onCancel={onClose}>
        <LocationFields form={form} isNew={location === null} />
      </Form>
      {theirs && (
        <ConflictDialog
          open
          subject={theirs.name}
          fields={comparedLocation(form.draft, draftOf(theirs))}
          onClose={() => setTheirs(undefined)}
          onKeepMine={() => {
            setTheirs(undefined)
            send(LocationChange.parse(bodyOfDraft(form.draft, initial)), theirs.version).catch(toast.problem)
          }}
          onTakeTheirs={() => {
            setTheirs(undefined)
            onClose()
            void refresh(client, productionId)
          }}
        />
      )}
    </>
  )
}

interface LocationDialogProps extends Omit<LocationFormProps, 'location'> {
  open: boolean
  location?: Location
}

/** Add a place, or change what is known about one. */
export const LocationDialog = ({ open, location, ...form }: LocationDialogProps) => (
  <Dialog open={open} onClose={form.onClose} title={location ? location.name : 'New location'}>
    {open && <LocationForm location={location ?? null} {...form} />}
  </Dialog>
)
