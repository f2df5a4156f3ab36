import { useState } from 'react'
import { base64Of } from '../../../ui/base64.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { ProblemNote } from '../../../ui/Form.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import type { ShownProblem } from '../../../ui/problem.ts'
import type { SentFile } from '../import.contract.ts'
import css from './People.module.css'

const MOST_MEGABYTES = 12

interface ListIntakeProps {
  /** What the columns may be: *Name, e-mail, phone*. */
  columns: string
  busy: boolean
  problem: ShownProblem | undefined
  onList: (file: Pick<SentFile, 'fileName' | 'content'>) => void
}

/** A list of people comes as cells copied out of a spreadsheet, or as a file. */
export function ListIntake({ columns, busy, problem, onList }: ListIntakeProps) {
  const [way, setWay] = useState<'paste' | 'file'>('paste')
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<ShownProblem>()
  const take = async (fileName: string, list: Blob) => {
    if (list.size > MOST_MEGABYTES * 1024 * 1024) return setRefused(tooLarge(fileName))
    setRefused(undefined)
    onList({ fileName, content: await base64Of(list) })
  }
  const shown = refused ?? problem
  return (
    <div className={css.intake}>
      <Tabs
        label="Where the list comes from"
        value={way}
        options={[
          { value: 'paste', label: 'Paste' },
          { value: 'file', label: 'File' },
        ]}
        onChange={setWay}
      />
      {way === 'file' ? (
        <FileDrop
          label="A contact list (.csv) or an address book (.vcf)"
          accept=".csv,.tsv,.txt,.vcf,.vcard"
          onFiles={([file]) => file && void take(file.name, file)}
        />
      ) : (
        <>
          <TextAreaField
            label="Rows of a spreadsheet"
            hint={`Copy the cells and paste them here, with their headings if there are any. ${columns}, in any order.`}
            rows={10}
            autoFocus
            value={text}
            onChange={setText}
          />
          <div>
            <Button
              kind="accent"
              busy={busy}
              disabled={text.trim() === ''}
              onClick={() => void take('pasted list', new Blob([text]))}
            >
              Read it
            </Button>
          </div>
        </>
      )}
      {busy && <span role="status">Reading …</span>}
      {shown && <ProblemNote problem={shown} />}
    </div>
  )
}

const tooLarge = (name: string): ShownProblem => ({
  type: 'about:blank',
  status: 413,
  title: `${name} is larger than can be taken`,
  detail: `Split it into files of at most ${MOST_MEGABYTES} MB.`,
  errors: [],
  extensions: {},
})
