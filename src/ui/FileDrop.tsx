import { useState, type DragEvent } from 'react'
import { TextButton } from './Button.tsx'
import { classes } from './classes.ts'
import css from './FileDrop.module.css'
import { useUploads } from './useUploads.ts'

interface FileDropProps {
  /** What goes in here: *A script: Fountain or Final Draft (.fdx)*. */
  label: string
  /** File name endings: `.fountain,.fdx`. */
  accept?: string
  multiple?: boolean
  /** The first thing a dialog asks for. */
  autoFocus?: boolean
  /** The files themselves, for what is read in the page or sent at once. */
  onFiles?: (files: File[]) => void
  /** Sends each file resumably; called with its id once it has all arrived. */
  onUploaded?: (uploaded: { fileId: string; name: string }) => void
}

/** Drop files, or choose them. Uploads go on where they stopped when the line comes back. */
export function FileDrop({ label, accept, multiple = false, autoFocus = false, onFiles, onUploaded }: FileDropProps) {
  const [over, setOver] = useState(false)
  const { uploads, start, cancel } = useUploads(onUploaded)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    if (files.length === 0) return
    onFiles?.(files)
    if (onUploaded) for (const file of files) start(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the input inside is the keyboard's way */}
      <label
        className={classes(css.drop, over && css.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          accept={accept}
          multiple={multiple}
          {...(autoFocus && { 'data-autofocus': true })}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <b>{multiple ? 'Drop files here' : 'Drop a file here'}</b> or choose {multiple ? 'them' : 'it'}
        <br />
        {label}
      </label>
      {uploads.length > 0 && (
        <ul className={css.files}>
          {uploads.map(({ key, name, share, problem }) => (
            <li key={key}>
              <span>{name}</span>
              {problem === undefined ? (
                <progress value={share} max={1} aria-label={`${name}, sent so far`} />
              ) : (
                <span>{problem}</span>
              )}
              <span className={css.share}>{Math.round(share * 100)} %</span>
              <TextButton onClick={() => cancel(key)}>{share < 1 ? 'Cancel' : 'Hide'}</TextButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
