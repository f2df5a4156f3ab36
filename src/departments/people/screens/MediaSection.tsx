import { IconArrowBarToUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { addMedium, changeMedium, type Medium, type Profile } from '../profile.contract.ts'
import { SiteLines } from './ReachLines.tsx'
import css from './Record.module.css'

const named = (file: string) =>
  file
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .slice(0, 120) || 'Untitled'

/** Photographs, samples of a voice, and reels elsewhere on the web. */
export function MediaSection({ profile }: { profile: Profile }) {
  const add = useChange(addMedium)
  const of = (kind: Medium['kind']) => profile.media.filter((it) => it.kind === kind)
  const [photos, voices, reels] = [of('photo'), of('voice'), of('reel')]
  const params = { personId: profile.personId }
  const take =
    (kind: 'photo' | 'voice') =>
    ({ fileId, name }: { fileId: string; name: string }) =>
      add.mutate(
        { params, body: { kind, fileId, title: named(name) }, idempotencyKey: fileId },
        { onError: toast.problem },
      )
  return (
    <>
      <Section title="Photographs" count={photos.length}>
        {photos.length === 0 && !profile.can.edit && <EmptyState small title="No photograph yet" />}
        <ul className={css.media}>
          {photos.map((it) => (
            <li key={it.id}>
              <a href={`/v1/people/${profile.personId}/media/${it.id}/whole`} target="_blank" rel="noreferrer">
                <img src={`/v1/people/${profile.personId}/media/${it.id}/small`} alt={it.title} loading="lazy" />
              </a>
              <span className={css.caption}>
                {it.title}
                <Acts profile={profile} medium={it} />
              </span>
            </li>
          ))}
        </ul>
        {profile.can.edit && (
          <FileDrop
            label="JPEG, PNG, WebP or TIFF. Place and camera are taken out."
            accept="image/*"
            multiple
            onUploaded={take('photo')}
          />
        )}
      </Section>
      <Section title="Voice samples" count={voices.length}>
        <ul className={css.sounds}>
          {voices.map((it) => (
            <li key={it.id}>
              <span>
                {it.title}
                <span className={css.quiet}>{[it.language, ...it.tags, length(it)].filter(Boolean).join(', ')}</span>
              </span>
              {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a sample of a voice; what it says is not the point */}
              <audio
                controls
                preload="none"
                src={`/v1/people/${profile.personId}/media/${it.id}/whole`}
                aria-label={it.title}
              />
              <Acts profile={profile} medium={it} />
            </li>
          ))}
        </ul>
        {profile.can.edit && (
          <FileDrop label="WAV, MP3, M4A, Ogg or FLAC" accept="audio/*" multiple onUploaded={take('voice')} />
        )}
      </Section>
      <Section title="Reels" count={reels.length}>
        {reels.map((it) => (
          <div key={it.id} className={css.caption}>
            <span>
              {it.title} <SiteLines of={[it.url ?? '']} />
            </span>
            <Acts profile={profile} medium={it} />
          </div>
        ))}
        {profile.can.edit && (
          <NewReel
            onAdd={(title, url, done) =>
              add.mutate(
                { params, body: { kind: 'reel', title, url }, idempotencyKey: crypto.randomUUID() },
                { onError: toast.problem, onSuccess: done },
              )
            }
          />
        )}
      </Section>
    </>
  )
}

const length = ({ seconds }: Medium) =>
  seconds === null ? null : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

function NewReel({ onAdd }: { onAdd: (title: string, url: string, done: () => void) => void }) {
  const [title, setTitle] = useState('Reel')
  const [url, setUrl] = useState('')
  const press = () => url.trim() !== '' && onAdd(title.trim() || 'Reel', url.trim(), () => setUrl(''))
  return (
    <FieldRow>
      <TextField label="Title" value={title} onChange={setTitle} />
      <TextField label="Address" type="url" placeholder="https://…" value={url} onChange={setUrl} onEnter={press} />
      <Button onClick={press}>Add reel</Button>
    </FieldRow>
  )
}

function Acts({ profile, medium }: { profile: Profile; medium: Medium }) {
  const change = useChange(changeMedium)
  if (!profile.can.edit) return null
  const put = (body: { first: true } | { archived: boolean }, version: number) =>
    change.mutate(
      { params: { personId: profile.personId, mediaId: medium.id }, body, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          if ('archived' in body && body.archived)
            toast.done(`${medium.title} is taken out`, { undo: () => put({ archived: false }, saved.version) })
        },
      },
    )
  return (
    <span>
      <IconButton
        label={`Show ${medium.title} first`}
        icon={<IconArrowBarToUp size={14} />}
        size="small"
        onClick={() => put({ first: true }, medium.version)}
      />
      <IconButton
        label={`Take out ${medium.title}`}
        icon={<IconTrash size={14} />}
        size="small"
        onClick={() => put({ archived: true }, medium.version)}
      />
    </span>
  )
}
