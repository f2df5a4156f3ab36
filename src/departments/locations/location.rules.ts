import type { Concern } from '../../kernel/concern.ts'
import type { Location } from './location.contract.ts'

/** What a call sheet will miss about the places in use, said while there is still time to ask. */
export function missingOf(locations: readonly Location[]): Concern[] {
  return locations
    .filter(({ sets, status }) => sets.length > 0 && status !== 'released')
    .flatMap((place) => [
      ...(place.hospital === null
        ? [
            concern(
              place,
              'no_hospital',
              'has no hospital chosen',
              'Choose the nearest hospital with an emergency room.',
            ),
          ]
        : []),
      ...(place.address.trim() === ''
        ? [concern(place, 'no_address', 'has no address', 'Write the address, so that people and drivers find it.')]
        : []),
      ...(place.latitude === null
        ? [
            concern(
              place,
              'no_position',
              'has no position on the map',
              'Give latitude and longitude: daylight and sun times need them.',
            ),
          ]
        : []),
    ])
}

const concern = (place: Location, code: string, says: string, remedy: string): Concern => ({
  code: `locations.${code}`,
  key: `locations.${code}:${place.id}`,
  severity: code === 'no_hospital' ? 'warns' : 'notes',
  subject: { kind: 'location', id: place.id, label: place.name },
  message: `${place.name} ${says}`,
  causes: [`Location ${place.number}, for ${place.sets.join(', ')}`],
  remedy,
})
