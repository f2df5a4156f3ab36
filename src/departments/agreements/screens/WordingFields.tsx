import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { isRightToLeft, languageNames, languages, type Language } from '../kinds.rules.ts'
import type { Clause, Template } from '../template.contract.ts'
import { compose } from '../text.rules.ts'
import css from './Agreements.module.css'
import { exampleFacts } from './example.ts'
import { PaperText } from './PaperText.tsx'
import { emptyText, type Wording } from './wording.rules.ts'

interface Props {
  value: Wording
  onChange: (part: Partial<Wording>) => void
  error: string | undefined
  clauses: readonly Clause[]
}

/** Wording on the left, how it reads on the right, per language. Facts are written as {{person.name}}. */
export function WordingFields({ value: { texts, docx }, onChange, error, clauses }: Props) {
  const [language, setLanguage] = useState<Language>('en')
  const text = texts[language] ?? emptyText
  const set = (part: Partial<typeof emptyText>) =>
    onChange({ texts: { ...texts, [language]: { ...text, ...part } } as Template['texts'] })
  const facts = exampleFacts(Object.fromEntries(clauses.map((it) => [it.key, it.texts[language] ?? it.texts.en ?? ''])))
  const { content, faults } = compose(text, `${facts.values['party.name']} · ${facts.values['office.name']}`, facts)
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr'
  return (
    <div className={css.fields}>
      <div>
        <Segmented
          label="Language"
          value={language}
          options={languages.map((it) => ({ value: it, label: languageNames[it] + (texts[it] ? '' : ' +') }))}
          onChange={setLanguage}
        />
      </div>
      {error !== undefined && (
        <p className={css.fault} role="alert">
          {error}
        </p>
      )}
      <div className={css.two}>
        <div className={css.fields} dir={direction}>
          <TextField label="Title" required value={text.title} onChange={(title) => set({ title })} />
          <TextAreaField
            label="In short"
            hint="A line each; begin with + for what is agreed and - for what is not"
            value={text.short}
            onChange={(short) => set({ short })}
            rows={4}
          />
          {docx === null && (
            <TextAreaField
              label="Text"
              hint="# heading, - point, {{clause data}}, {{terms}}, {{ask:address|Your address}} for a field the signer fills"
              value={text.body}
              onChange={(body) => set({ body })}
              rows={12}
            />
          )}
          <FileDrop
            label={docx?.name ?? 'Or bring the text as a Word document (.docx)'}
            accept=".docx"
            onUploaded={({ fileId, name }) => onChange({ docx: { id: fileId, name } })}
          />
          {docx !== null && (
            <p className={css.note}>
              The Word document keeps its layout and is offered beside the paper. What people sign is its text, set by
              our own typesetter.{' '}
              <Button size="small" onClick={() => onChange({ docx: null })}>
                Write it here instead
              </Button>
            </p>
          )}
          <details>
            <summary>Facts that can be merged</summary>
            <p className={css.muted}>
              {Object.keys(facts.values)
                .map((it) => `{{${it}}}`)
                .join('  ')}
            </p>
          </details>
        </div>
        <div dir={direction}>
          {faults.map((it) => (
            <p key={it.key + it.where} className={css.note} role="status">
              {it.where}: {it.key} cannot be read
            </p>
          ))}
          <PaperText of={content} />
        </div>
      </div>
    </div>
  )
}
