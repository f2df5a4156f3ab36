import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import type { Shared } from '../../../ui/formConflict.ts'
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
import { bodyOfDraft, draftOf, locationWords, type LocationDraft } from './location.draft.rules.ts'
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
  const [key] = useState(() => crypto.randomUUID())
  const initial = draftOf(location)
  const params = { productionId }
  const send = (body: LocationChange, version: number) =>
    location === null
      ? browser.call(createLocation, { params, body: body as NewLocation, idempotencyKey: key })
      : browser.call(changeLocation, { params: { ...params, locationId: location.id }, body, ifMatch: version })
  const shared = (it: Location): Shared<LocationDraft> => ({
    subject: it.name,
    version: it.version,
    read: async () => {
      void refresh(client, productionId)
      const theirs = (await browser.call(listLocations, { params })).items.find(({ id }) => id === it.id) ?? it
      return { draft: draftOf(theirs), version: theirs.version }
    },
    words: locationWords,
  })
  const form = useForm<LocationDraft, LocationChange>({
    schema: location === null ? NewLocation : LocationChange,
    initial,
    toSend: (draft) => bodyOfDraft(draft, initial),
    save: async (body, version = 0) => {
      const saved = await send(body, version)
      toast.done(`${saved.name} is saved`)
      onSaved(saved)
      onClose()
      await refresh(client, productionId)
    },
    shared: location === null ? undefined : shared(location),
  })
  return (
    <Form of={form} action={location === null ? 'Add location' : 'Save'} onCancel={onClose}>
      <LocationFields form={form} isNew={location === null} />
    </Form>
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
