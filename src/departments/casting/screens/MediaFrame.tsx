import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import type { Media } from '../candidate.contract.ts'
import css from './Casting.module.css'

const kinds = { photo: 'Photo', video: 'Tape', audio: 'Recording', paper: 'Paper' }

/** What was sent, one at a time: tapes first. */
export function MediaFrame({
  productionId,
  media,
  reel,
}: {
  productionId: string
  media: readonly Media[]
  reel: string | null
}) {
  const [chosen, setChosen] = useState<string>()
  const order = ['video', 'audio', 'photo', 'paper']
  const sorted = media.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const shown = sorted.find(({ id }) => id === chosen) ?? sorted[0]
  const at = (it: Media) => `/v1/productions/${productionId}/casting/media/${it.id}`
  return (
    <>
      {shown === undefined ? (
        <p className={css.under}>{reel === null ? 'Nothing was sent yet.' : 'Nothing was sent but a link.'}</p>
      ) : (
        <div className={css.frame}>
          <Shown media={shown} src={at(shown)} />
        </div>
      )}
      <div className={css.strip}>
        {sorted.length > 1 &&
          sorted.map((it) => (
            <Button key={it.id} size="small" aria-pressed={it.id === shown?.id} onClick={() => setChosen(it.id)}>
              {kinds[it.kind]} {it.take}
            </Button>
          ))}
        {reel !== null && (
          <a className={css.reel} href={reel} target="_blank" rel="noreferrer">
            Open their reel
          </a>
        )}
      </div>
    </>
  )
}

function Shown({ media, src }: { media: Media; src: string }) {
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- an audition tape has no captions
  if (media.kind === 'video') return <video key={src} src={src} controls preload="metadata" aria-label={media.name} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- a voice sample has no captions
  if (media.kind === 'audio') return <audio key={src} src={src} controls preload="metadata" aria-label={media.name} />
  if (media.kind === 'photo') return <img src={src} alt={media.name} />
  return (
    <a href={src} target="_blank" rel="noreferrer">
      Open {media.name}
    </a>
  )
}
