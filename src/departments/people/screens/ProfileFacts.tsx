import { Facts } from '../../../ui/Facts.tsx'
import { Go } from '../../../ui/Go.tsx'
import type { Named } from '../person.contract.ts'
import type { Profile } from '../profile.contract.ts'
import css from './People.module.css'
import { levelWords, representationWords, sizeWords } from './profileWords.ts'

/** What they can do, how far they travel, through whom they are reached, and what wardrobe asks. */
export function ProfileFacts({ profile, agent }: { profile: Profile; agent: Named | null }) {
  const sizes = Object.entries(sizeWords).flatMap(([key, label]) => {
    const value = profile.measurements?.[key as keyof typeof sizeWords]
    return value ? [`${label} ${value}`] : []
  })
  return (
    <Facts
      of={[
        [
          'Positions',
          profile.positions.length > 0 && (
            <ul className={css.lines}>
              {profile.positions.map(({ position, level }) => (
                <li key={position}>
                  {position}
                  <span className={css.label}>{levelWords[level]}</span>
                </li>
              ))}
            </ul>
          ),
        ],
        ['Skills', profile.skills.join(', ')],
        ['Tags', profile.tags.join(', ')],
        ['Travels', profile.travelKm === null ? null : `up to ${profile.travelKm.toLocaleString('en-GB')} km`],
        [
          'Represented',
          agent && (
            <>
              <Go to={`/people/${agent.id}`}>{agent.name}</Go>
              <span className={css.label}>{representationWords[profile.representation]}</span>
            </>
          ),
        ],
        ['Measurements', sizes.join(', ')],
      ].map(([label, value]) => [label as string, value || null] as const)}
    />
  )
}
