import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Activity } from '../../../ui/Activity.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Panel, PanelActions } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { told } from '../../office/activity.rules.ts'
import { listActivity } from '../../office/concern.contract.ts'
import { Go } from '../../../ui/Go.tsx'
import { archiveLocation, type Hospital, type Location } from '../location.contract.ts'
import { LocationDialog } from './LocationForm.tsx'
import css from './Locations.module.css'
import { statusStanding, statusWords } from './words.ts'

interface LocationPanelProps {
  productionId: string
  location: Location
  mayEdit: boolean
  onClose: () => void
}

const dial = (phone: string) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
const prose = (text: string) => (text === '' ? null : <span className={css.prose}>{text}</span>)

/** A place as the call sheet will print it, and what happened to it. */
export function LocationPanel({ productionId, location, mayEdit, onClose }: LocationPanelProps) {
  return (
    <Panel title={location.name} about={`Location ${location.number}`} onClose={onClose}>
      {mayEdit && <Actions {...{ productionId, location, onClose }} />}
      <div className={css.facts}>
        <Facts
          of={[
            [
              'Status',
              <Status key="status" is={statusStanding[location.status]}>
                {statusWords[location.status]}
              </Status>,
            ],
            ['Sets', location.sets.join(', ')],
            ['Address', prose(location.address)],
            ['Map', mapOf(location)],
            ['Time zone', location.timeZone ?? 'As the production'],
          ]}
        />
      </div>
      <Section title="Hospital">
        {location.hospital === null ? (
          <p>Nobody has chosen one yet. A map can be wrong about what is open at night, so a person chooses.</p>
        ) : (
          <HospitalFacts hospital={location.hospital} emergency={location.emergencyNumber} />
        )}
      </Section>
      <GettingIn location={location} />
      <p>
        <Go to={`/productions/${productionId}/crew?tab=away`}>Days it cannot be used</Go> are kept with the bookings.
      </p>
      <History {...{ productionId, location }} />
    </Panel>
  )
}

function GettingIn({ location: it }: { location: Location }) {
  const facts = (
    [
      ['On site', it.contact && [it.contact.name, it.contact.role].filter(Boolean).join(', ')],
      ['Phone', it.contact?.phone ? dial(it.contact.phone) : null],
      ['Gate code', it.gateCode],
      ['Parking', prose(it.parking)],
      ['Crew parking', prose(it.crewParking)],
      ['Load-in', prose(it.loadIn)],
      ['Base camp', prose(it.basecamp)],
      ['Holding', prose(it.holding)],
      ['Toilets', it.toilets],
      ['Smoking', it.smoking],
      ['Notes', prose(it.notes)],
    ] as const
  ).filter(([, value]) => value !== null && value !== '')
  if (facts.length === 0) return null
  return (
    <Section title="Getting in">
      <Facts of={facts} />
    </Section>
  )
}

function mapOf({ mapUrl, latitude, longitude }: Location) {
  const position = latitude === null || longitude === null ? null : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  const href =
    mapUrl ??
    (position === null
      ? null
      : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`)
  if (href === null) return null
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {position ?? 'Open the map'}
    </a>
  )
}

const HospitalFacts = ({ hospital, emergency }: { hospital: Hospital; emergency: string | null }) => (
  <Facts
    of={[
      ['Name', hospital.name],
      ['Address', prose(hospital.address)],
      ['Phone', hospital.phone === '' ? null : dial(hospital.phone)],
      [
        'From here',
        [
          hospital.distanceKm !== null && `${hospital.distanceKm} km`,
          hospital.driveMinutes !== null && `${hospital.driveMinutes} min`,
        ]
          .filter(Boolean)
          .join(', '),
      ],
      ...(hospital.note === '' ? [] : [['Note', hospital.note] as const]),
      ...(emergency === null ? [] : [['Emergency', emergency] as const]),
    ]}
  />
)

function Actions({ productionId, location, onClose }: Omit<LocationPanelProps, 'mayEdit'>) {
  const [editing, setEditing] = useState(false)
  const archive = useChange(archiveLocation)
  const isArchived = location.archivedAt !== null
  const put = (archived: boolean, version: number) =>
    archive.mutate(
      { params: { productionId, locationId: location.id }, body: { archived }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          onClose()
          toast.done(archived ? `${saved.name} is put away` : `${saved.name} is back`, {
            undo: () => put(!archived, saved.version),
          })
        },
      },
    )
  return (
    <PanelActions>
      <Button icon={<IconPencil size={16} />} onClick={() => setEditing(true)}>
        Edit
      </Button>
      <Button
        icon={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        busy={archive.isPending}
        onClick={() => put(!isArchived, location.version)}
      >
        {isArchived ? 'Put back' : 'Put away'}
      </Button>
      <LocationDialog
        open={editing}
        productionId={productionId}
        location={location}
        onClose={() => setEditing(false)}
        onSaved={() => setEditing(false)}
      />
    </PanelActions>
  )
}

function History({ productionId, location }: Pick<LocationPanelProps, 'productionId' | 'location'>) {
  const asked = useAsk(listActivity, {
    params: { productionId },
    query: { kind: 'location', id: location.id, limit: 20 },
  })
  if (asked.data === undefined || asked.data.items.length === 0) return null
  return (
    <Section title="Activity">
      <Activity entries={asked.data.items.map((it) => told(it, { status: statusWords }))} />
    </Section>
  )
}
