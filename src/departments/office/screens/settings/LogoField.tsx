import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { browser, keyOf, refresh } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { FileDrop } from '../../../../ui/FileDrop.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { getOffice, type OfficeSettings } from '../../office.contract.ts'
import { removeLogo, setLogo } from '../../logo.contract.ts'
import css from './LogoField.module.css'
import { pictureOf } from './picture.ts'

/** The logo as papers carry it, beside what a black-and-white copy makes of it; a file to put in its place. */
export function LogoField({ office }: { office: OfficeSettings }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { logo } = office
  const settle = (saved: OfficeSettings, words: string) => {
    client.setQueryData(keyOf(getOffice), saved)
    toast.done(words)
    void refresh(client, null)
  }
  const attempt = (work: () => Promise<void>) => {
    setBusy(true)
    work()
      .catch(toast.problem)
      .finally(() => setBusy(false))
  }
  const take = (file: File) =>
    attempt(async () => {
      const picture = await pictureOf(file)
      settle(
        await browser.call(setLogo, { body: { picture }, ifMatch: office.version }),
        'Papers carry the logo from now on',
      )
    })
  const remove = () =>
    attempt(async () =>
      settle(await browser.call(removeLogo, { ifMatch: office.version }), 'Papers carry the name alone'),
    )
  return (
    <div className={css.field}>
      {logo && (
        <>
          <div className={css.pictures}>
            {['On paper', 'Photocopied'].map((label, at) => (
              <figure key={label} className={css.paper}>
                <img
                  src={`/v1/office/logo?${logo.sha256.slice(0, 12)}`}
                  alt={`Logo of ${office.name}, ${label.toLowerCase()}`}
                  className={at === 1 ? css.copied : undefined}
                />
                <figcaption>{label}</figcaption>
              </figure>
            ))}
          </div>
          {logo.isPale && (
            <p className={css.pale} role="status">
              On a black-and-white copy this logo all but vanishes. Send one with darker lines for paper.
            </p>
          )}
        </>
      )}
      <FileDrop
        label="PNG, JPEG, WebP or SVG; 1000 pixels wide is plenty"
        accept=".png,.jpg,.jpeg,.webp,.svg"
        onFiles={([file]) => file && !busy && take(file)}
      />
      {logo && (
        <div>
          <Button busy={busy} onClick={remove}>
            Take the logo away
          </Button>
        </div>
      )}
    </div>
  )
}
