import { browser } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useRecordForm } from '../../../ui/useRecordForm.ts'
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

function LocationForm({ productionId, location, onClose, onSaved }: LocationFormProps) {
  const params = { productionId }
  const form = useRecordForm<Location, LocationDraft, LocationChange>({
    record: location,
    productionId,
    schema: location === null ? NewLocation : LocationChange,
    draftOf,
    toSend: bodyOfDraft,
    create: (body, idempotencyKey) =>
      browser.call(createLocation, { params, body: body as NewLocation, idempotencyKey }),
    change: ({ id }, body, ifMatch) =>
      browser.call(changeLocation, { params: { ...params, locationId: id }, body, ifMatch }),
    read: async ({ id }) => (await browser.call(listLocations, { params })).items.find((it) => it.id === id),
    words: locationWords,
    onSaved,
    onClose,
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
