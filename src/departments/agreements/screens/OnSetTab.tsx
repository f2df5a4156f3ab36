import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh, useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { DateText, MomentText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Section } from '../../../ui/Section.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listed, plural } from '../../../ui/words.ts'
import { Language, languageNames } from '../kinds.rules.ts'
import { closePoint, createPoint, listCrowdNotices, listPoints, type Point } from '../point.contract.ts'
import { Medium, mediumWords, scopeText } from '../scope.rules.ts'
import { listTemplates } from '../template.contract.ts'
import css from './Agreements.module.css'
import { CrowdNoticeDialog } from './CrowdNoticeDialog.tsx'
import { PointSheet } from './PointSheet.tsx'

/** Codes that hang on set, and the signs that told a crowd it is filmed. */
export function OnSetTab({ productionId, mayEdit }: { productionId: string; mayEdit: boolean }) {
  const params = { productionId }
  const [adding, setAdding] = useState(false)
  const [posting, setPosting] = useState(false)
  const points = useAsk(listPoints, { params })
  const notices = useAsk(listCrowdNotices, { params })
  return (
    <div className={css.within}>
      <Section
        title="Codes to sign at"
        about="Whoever scans it reads a release in their language, takes a photo and signs. It works without signal and is sent when that returns."
        right={
          mayEdit && (
            <Button size="small" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              New code
            </Button>
          )
        }
      >
        <Loaded of={points}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState small title="No code yet">
                Make one for a scene, a day or a place, print it or show it on a phone.
              </EmptyState>
            ) : (
              items.map((it) => <PointRow key={it.id} of={it} productionId={productionId} />)
            )
          }
        </Loaded>
      </Section>
      <Section
        title="Crowd notices"
        about="Where many are filmed and few are recognised, a posted sign says so. Its picture, time and place are the record."
        right={
          mayEdit && (
            <Button size="small" icon={<IconPlus size={16} />} onClick={() => setPosting(true)}>
              Record a sign
            </Button>
          )
        }
      >
        <Loaded of={notices}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState small title="No sign recorded" />
            ) : (
              items.map((it) => (
                <div key={it.id} className={css.point}>
                  <div className={css.grow}>
                    <b>{it.position}</b>
                    <p className={css.muted}>
                      <DateText on={it.onDate} year /> · {languageNames[it.language]} · {it.by}
                      {it.photoTakenAt && (
                        <>
                          {' · photographed '}
                          <MomentText at={it.photoTakenAt} />
                        </>
                      )}
                    </p>
                  </div>
                  {it.hasPhoto && (
                    <img
                      src={`/v1/productions/${productionId}/crowd-notices/${it.id}/photo`}
                      alt={`The sign at ${it.position}`}
                      width={120}
                      loading="lazy"
                    />
                  )}
                </div>
              ))
            )
          }
        </Loaded>
      </Section>
      {adding && <PointDialog productionId={productionId} onClose={() => setAdding(false)} />}
      {posting && <CrowdNoticeDialog productionId={productionId} onClose={() => setPosting(false)} />}
    </div>
  )
}

function PointRow({ of: it, productionId }: { of: Point; productionId: string }) {
  const [large, setLarge] = useState(false)
  const close = useChange(closePoint, {
    onDone: () =>
      toast.done(`${it.label} is closed`, { detail: 'What was signed before without signal still arrives.' }),
  })
  return (
    <div className={css.point}>
      {it.isOpen && <QrCode text={it.url} label={`Code to sign at ${it.label}`} size={132} />}
      <div className={css.grow}>
        <b>{it.label}</b> <Status is={it.isOpen ? 'go' : 'off'}>{it.isOpen ? 'Open' : 'Closed'}</Status>
        <p className={css.muted}>
          {plural(it.signed, 'release')} signed · {it.languages.map((each) => languageNames[each]).join(', ')} ·{' '}
          {scopeText(it.scope)} · {Object.values(it.pay)[0]}
          {it.onDate && (
            <>
              {' · '}
              <DateText on={it.onDate} year />
            </>
          )}
          {it.sceneNumbers.length > 0 &&
            ` · ${it.sceneNumbers.length === 1 ? 'scene' : 'scenes'} ${it.sceneNumbers.join(', ')}`}
        </p>
        {it.isOpen && <CopyField label="Address" value={it.url} />}
        {it.isOpen && (
          <div className={css.acts}>
            <Button size="small" onClick={() => setLarge(true)}>
              Show large or print
            </Button>
            <Button
              size="small"
              busy={close.isPending}
              onClick={() =>
                close.mutate(
                  { params: { productionId, pointId: it.id }, body: {}, ifMatch: it.version },
                  { onError: toast.problem },
                )
              }
            >
              Close this code
            </Button>
          </div>
        )}
      </div>
      {large && <PointSheet of={it} onClose={() => setLarge(false)} />}
    </div>
  )
}

const Draft = z
  .object({
    templateId: z.string({ error: 'Choose a release.' }).min(1, 'Choose a release.'),
    label: z.string().trim().min(1, 'Say where it hangs, such as Harbour crowd.'),
    onDate: z.string().nullable(),
    scenes: z.string(),
    languages: z.array(z.string()).min(1, 'Choose at least one language.'),
    media: z.array(z.string()),
    territory: z.string(),
    termMonths: z.number().nullable(),
    pay: z.partialRecord(Language, z.string()),
  })
  .superRefine(({ languages, pay }, context) => {
    const blank = languages.filter((it) => !pay[it as Language]?.trim())
    if (blank.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['pay'],
        message: `Say what they get, or that it is unpaid, in ${listed(blank.map((it) => languageNames[it as Language]))}.`,
      })
  })

/** As each language might say it. */
const PAID: Record<Language, string> = {
  en: 'You are paid £420.00 within 30 days',
  de: 'Du bekommst 420,00 £ innerhalb von 30 Tagen',
  pl: 'Otrzymasz 420,00 £ w ciągu 30 dni',
  ar: 'تحصل على 420.00 £ خلال 30 يومًا',
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')

function PointDialog({ productionId, onClose }: { productionId: string; onClose: () => void }) {
  const client = useQueryClient()
  const templates = useAsk(listTemplates)
  const releases = (templates.data?.items ?? []).filter((it) => it.kind === 'talent_release' && it.archivedAt === null)
  const form = useForm({
    schema: Draft,
    initial: {
      templateId: null as string | null,
      label: '',
      onDate: null as string | null,
      scenes: '',
      languages: ['en'],
      media: [] as string[],
      territory: '',
      termMonths: null as number | null,
      pay: {} as Partial<Record<Language, string>>,
    },
    save: async (it) => {
      await browser.call(createPoint, {
        params: { productionId },
        body: {
          templateId: it.templateId,
          label: it.label,
          onDate: it.onDate,
          sceneNumbers: listOf(it.scenes),
          languages: it.languages as Language[],
          scope: { media: it.media as Medium[], territory: listOf(it.territory), termMonths: it.termMonths },
          pay: Object.fromEntries(it.languages.map((each) => [each, it.pay[each as Language] ?? ''])),
        },
        idempotencyKey: crypto.randomUUID(),
      })
      await refresh(client, productionId)
      onClose()
    },
  })
  const chosen = releases.find((it) => it.id === form.draft.templateId)
  const tongues = Object.keys(chosen?.texts ?? languageNames) as Language[]
  return (
    <Dialog open onClose={onClose} title="New code to sign at">
      <Form of={form} action="Make the code" onCancel={onClose}>
        <FieldRow>
          <SelectField
            label="Release"
            required
            choices={releases.map((it) => ({ value: it.id as string, label: it.name }))}
            {...form.field('templateId')}
          />
          <TextField label="Where it hangs" required placeholder="Harbour crowd" {...form.field('label')} />
        </FieldRow>
        <FieldRow>
          <DateField label="Shoot day" {...form.field('onDate')} />
          <TextField label="Scenes" hint="Separated by commas" {...form.field('scenes')} />
        </FieldRow>
        <MultiSelectField
          label="Languages"
          required
          choices={tongues.map((it) => ({ value: it, label: languageNames[it] }))}
          {...form.field('languages')}
        />
        <FieldRow>
          <MultiSelectField
            label="Media"
            hint="None: all media"
            choices={Medium.options.map((it) => ({ value: it, label: mediumWords[it] }))}
            {...form.field('media')}
          />
          <TextField label="Territory" hint="Empty: worldwide" {...form.field('territory')} />
          <NumberField label="Months" hint="Empty: no limit" min={1} {...form.field('termMonths')} />
        </FieldRow>
        {(form.draft.languages as Language[]).map((it) => (
          <TextField
            key={it}
            label={form.draft.languages.length > 1 ? `What they get, in ${languageNames[it]}` : 'What they get'}
            required
            placeholder={PAID[it]}
            value={form.draft.pay[it] ?? ''}
            onChange={(text) => form.change({ pay: { ...form.draft.pay, [it]: text } })}
            error={form.draft.pay[it]?.trim() ? undefined : form.errors['pay']}
          />
        ))}
      </Form>
    </Dialog>
  )
}
