import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { useQueryClient } from '@tanstack/react-query'
import { MomentText } from '../../../ui/DateText.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { PasswordField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { plural } from '../../../ui/words.ts'
import { changeTimestamp, listSeals, type TimestampAbout } from '../seal.contract.ts'

const Draft = z.object({
  url: z.string().trim().max(500),
  userName: z.string().trim().max(120),
  password: z.string().max(200),
  waitHours: z.number({ error: 'Give a number of hours.' }).int().min(0).max(240),
})

const draftOf = (it: TimestampAbout) => ({
  url: it.url ?? '',
  userName: it.userName,
  /** What is kept of it is never shown: empty leaves it as it was. */
  password: '',
  waitHours: it.waitHours as number | null,
})

/** Whose clock counts: the server's own, or a time stamp authority that puts its word into each seal. */
export function TimestampSection({ of: it }: { of: TimestampAbout }) {
  const client = useQueryClient()
  const form = useForm({
    schema: Draft,
    initial: draftOf(it),
    shared: {
      subject: 'the time stamp',
      version: it.version,
      read: async () => {
        const theirs = (await browser.call(listSeals)).timestamp ?? it
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: { url: 'Address of the authority', userName: 'Name', waitHours: 'Hours it is waited for' },
    },
    save: async ({ password, url, ...rest }, version = it.version) => {
      await browser.call(changeTimestamp, {
        body: { ...rest, url: url === '' ? null : url, ...(password !== '' && { password }) },
        ifMatch: version,
      })
      await refresh(client, null)
      toast.done(url === '' ? 'Seals carry the server’s time' : 'Seals carry a time stamp from now on')
    },
  })
  return (
    <Section
      title="Time stamp"
      about="Without an authority a seal carries the time of this server. With one (RFC 3161) it carries a signed word of theirs that the paper existed then. Papers are signed and in force meanwhile; only the sealed PDF waits."
    >
      <p role="status">
        {it.url === null ? (
          <Status is="off">The server’s time</Status>
        ) : it.fault !== null ? (
          <>
            <Status is="attention">{it.fault}</Status> {it.triedAt && <MomentText at={it.triedAt} />}
            {it.waiting > 0 &&
              `. ${plural(it.waiting, 'paper')} ${it.waiting === 1 ? 'waits' : 'wait'}; tried again by itself.`}
          </>
        ) : (
          <>
            <Status is="go">{URL.parse(it.url)?.host ?? it.url}</Status>
            {it.triedAt && (
              <>
                {' answered last '}
                <MomentText at={it.triedAt} />
              </>
            )}
          </>
        )}
      </p>
      <Form of={form} action="Save">
        <TextField
          label="Address of the authority"
          hint="Empty: the server’s time"
          placeholder="http://timestamp.example.com"
          {...form.field('url')}
        />
        <FieldRow>
          <TextField label="Name, if it asks for one" {...form.field('userName')} />
          <PasswordField
            label="Password"
            autoComplete="new-password"
            {...(it.hasPassword && { hint: 'Empty: as it was' })}
            {...form.field('password')}
          />
          <NumberField
            label="Wait for it at most"
            unit="hours"
            min={0}
            max={240}
            hint="Then the server’s time, and the paper says so"
            {...form.field('waitHours')}
          />
        </FieldRow>
      </Form>
    </Section>
  )
}
