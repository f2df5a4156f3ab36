import { useState } from 'react'
import { formatPages } from '../../../kernel/eighths.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { plural } from '../../../ui/words.ts'
import type { ImportChange, ImportPreview } from '../import.contract.ts'
import css from './ImportPage.module.css'

export interface CommitChoices {
  numberScenes: boolean
  addSpeakingCast: boolean
}

interface ImportAsideProps {
  preview: ImportPreview
  busy: boolean
  onChange: (change: ImportChange) => void
  onCommit: (choices: CommitChoices) => void
  onDrop: () => void
}

/** The counts that prove the reading, and the one step that makes it the script. */
export function ImportAside({ preview, busy, onChange, onCommit, onDrop }: ImportAsideProps) {
  const { counts } = preview
  const [name, setName] = useState(preview.name)
  const [choices, setChoices] = useState({ numberScenes: counts.numbered === 0, addSpeakingCast: true })
  const unnumbered = counts.scenes - counts.numbered
  const whole = counts.dialogue.read === counts.dialogue.written && counts.lines.read === counts.lines.written
  return (
    <Panel
      title={preview.title ?? preview.fileName ?? 'Pasted script'}
      about={`${preview.format === 'fdx' ? 'Final Draft' : 'Fountain'}${preview.fileName ? `, ${preview.fileName}` : ''}`}
      foot={
        <>
          <Button kind="accent" busy={busy} disabled={counts.headings === 0} onClick={() => onCommit(choices)}>
            {preview.isFirst ? `Import ${plural(counts.scenes, 'scene')}` : `Commit ${preview.name}`}
          </Button>
          <Button kind="quiet" onClick={onDrop}>
            Discard
          </Button>
        </>
      }
    >
      <Facts
        of={[
          [
            'Scenes',
            `${counts.scenes}${counts.headings > counts.scenes ? `, ${counts.headings - counts.scenes} omitted` : ''}`,
          ],
          ['Numbered', counts.numbered === 0 ? 'none' : counts.numbered === counts.headings ? 'all' : counts.numbered],
          ['Pages', `${preview.pages}; scenes add up to ${formatPages(preview.eighths)}`],
          ['Characters', counts.characters],
          ['Spoken lines', `${counts.dialogue.read} in, ${counts.dialogue.written} out`],
          ['Lines', `${counts.lines.read} in, ${counts.lines.written} out`],
        ]}
      />
      <p className={css.proof}>
        <Status is={whole ? 'go' : 'attention'}>
          {whole ? 'Written out and read again, nothing is lost' : 'Written out and read again, some lines differ'}
        </Status>
      </p>
      <div className={css.choices}>
        <TextField label="Name of the draft" value={name} onChange={setName} onEnter={() => onChange({ name })} />
        {name.trim() !== '' && name !== preview.name && (
          <Button size="small" onClick={() => onChange({ name })}>
            Keep the name
          </Button>
        )}
        {unnumbered > 0 && (
          <CheckField
            label={
              counts.headings === 1
                ? 'Number the scene'
                : counts.numbered === 0
                  ? `Number the scenes 1 to ${counts.headings}`
                  : `Number the ${plural(unnumbered, 'scene')} without a number`
            }
            value={choices.numberScenes}
            onChange={(numberScenes) => setChoices({ ...choices, numberScenes })}
          />
        )}
        <CheckField
          label="Put who speaks in a scene on its sheet"
          hint="New characters get the next numbers on the board. Everything else is proposed, scene by scene."
          value={choices.addSpeakingCast}
          onChange={(addSpeakingCast) => setChoices({ ...choices, addSpeakingCast })}
        />
      </div>
      <details className={css.characters}>
        <summary>{plural(counts.characters, 'character')}</summary>
        <ul>
          {preview.characters.map(({ name: who, cues }) => (
            <li key={who}>
              {who} <span>{plural(cues, 'cue')}</span>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}
