import { classes } from '../../../ui/classes.ts'
import { MomentText } from '../../../ui/DateText.tsx'
import { initials } from '../../../ui/words.ts'
import type { Person } from '../person.contract.ts'
import type { Profile } from '../profile.contract.ts'
import css from './Record.module.css'

/** Name, what they do and where, the words they are found by; and first of all whether they may be hired. */
export function PersonHead({ person, profile }: { person: Person; profile: Profile }) {
  const photo = profile.media.find(({ kind }) => kind === 'photo')
  const about = [person.position, person.company?.name, person.homeBase].filter(Boolean).join(', ')
  const words = [...profile.skills, ...profile.tags]
  return (
    <>
      {profile.doNotHire && (
        <div className={css.warning} role="note">
          <b>Not to be hired:</b> {profile.doNotHire.reason}
          <p>
            Said by {profile.doNotHire.by}, <MomentText at={profile.doNotHire.at} />
          </p>
        </div>
      )}
      <div className={css.head}>
        {photo ? (
          <img
            className={css.portrait}
            src={`/v1/people/${person.id}/media/${photo.id}/small`}
            alt={`${person.name}, ${photo.title}`}
          />
        ) : (
          <span className={classes(css.portrait, css.initials)} aria-hidden>
            {initials(person.name)}
          </span>
        )}
        <div className={css.who}>
          {about !== '' && <p className={css.about}>{about}</p>}
          {profile.positions.length > 0 && <p>{profile.positions.map(({ position }) => position).join(', ')}</p>}
          {person.archivedAt !== null && <p>Archived{person.archivedReason ? `: ${person.archivedReason}` : ''}</p>}
          {words.length > 0 && (
            <ul className={css.words} aria-label="Skills and tags">
              {words.map((word) => (
                <li key={word}>{word}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  )
}
