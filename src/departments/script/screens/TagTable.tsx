import { useMemo } from 'react'
import { TextButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { ImportChange, ImportPreview } from '../import.contract.ts'
import { ElementKind } from '../screenplay.rules.ts'
import css from './ImportPage.module.css'
import { kindWords } from './scene.words.ts'

interface TagTableProps {
  preview: ImportPreview
  /** `doubtful`: only the lines that may be meant otherwise, with what was noticed. */
  show: 'doubtful' | 'every'
  onChange: (change: ImportChange) => void
}

interface TagRow {
  line: number
  text: string
  kind: ElementKind
  message: string | null
  suggestions: readonly ElementKind[]
  isTold: boolean
}

const choices = ElementKind.options
  .filter((kind) => kind !== 'note' && kind !== 'boneyard')
  .map((kind) => ({ value: kind, label: kindWords[kind] ?? kind }))

function rowsOf(preview: ImportPreview, show: TagTableProps['show']): TagRow[] {
  const told = new Map(preview.retags.map(({ line, kind }) => [line, kind]))
  const doubts = new Map(preview.doubts.map((doubt) => [doubt.line, doubt]))
  return preview.lines
    .filter(({ line }) => show === 'every' || doubts.has(line) || told.has(line))
    .map(({ line, text, kind }) => ({
      line,
      text,
      kind,
      message: doubts.get(line)?.message ?? null,
      suggestions: doubts.get(line)?.suggestions.filter((one) => one !== kind) ?? [],
      isTold: told.has(line),
    }))
}

/** Lines with what each was read as; a person's word stands and can be taken back. */
export function TagTable({ preview, show, onChange }: TagTableProps) {
  const rows = useMemo(() => rowsOf(preview, show), [preview, show])
  const tag = (line: number, kind: ElementKind | null) => onChange({ retags: [{ line, kind }] })
  const shown = rows.slice(0, 1500)
  return (
    <div className={css.scroll}>
      {show === 'doubtful' &&
        preview.warnings.map(({ line, message }) => (
          <p key={`${line} ${message}`} className={css.warning}>
            <Status is="attention">Line {line}</Status> {message}
          </p>
        ))}
      {show === 'doubtful' && rows.length === 0 && (
        <EmptyState small title={preview.warnings.length === 0 ? 'Everything reads clearly' : 'No line is doubtful'}>
          No line looks as if it were meant otherwise. Any line can still be re-tagged under “Every line”.
        </EmptyState>
      )}
      {shown.map((row) => (
        <div key={row.line} className={css.tagRow}>
          <span className={css.lineNumber}>{row.line}</span>
          <div>
            <code className={css.lineText}>{row.text}</code>
            {row.message !== null && <p>{row.message}</p>}
          </div>
          <SelectField
            label={`Line ${row.line} is`}
            hideLabel
            searchable={false}
            choices={choices}
            value={row.kind}
            onChange={(kind) => kind !== null && kind !== row.kind && tag(row.line, kind)}
          />
          <span className={css.tagActions}>
            {row.suggestions[0] && !row.isTold && (
              <TextButton onClick={() => tag(row.line, row.suggestions[0]!)}>
                Make it {kindWords[row.suggestions[0]]?.toLowerCase()}
              </TextButton>
            )}
            {row.message !== null && !row.isTold && (
              <TextButton onClick={() => tag(row.line, row.kind)}>It is right</TextButton>
            )}
            {row.isTold && <TextButton onClick={() => tag(row.line, null)}>Take back</TextButton>}
          </span>
        </div>
      ))}
      {rows.length > shown.length && (
        <p className={css.warning}>
          The first {shown.length} of {rows.length} lines are shown.
        </p>
      )}
    </div>
  )
}
