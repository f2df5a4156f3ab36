import { IconCheck, IconCopy } from '@tabler/icons-react'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { IconButton } from './Button.tsx'
import { lookOf, type FieldLook } from './field.ts'
import { toast } from './toast.tsx'
import { copyText } from './withoutHttps.ts'

/** Something to hand on: a link, a token. Selects itself, and copies at a press. */
export function CopyField({ value, ...look }: { value: string } & FieldLook) {
  const [copied, setCopied] = useState(false)
  const copy = () => void copyText(value).then(() => setCopied(true), toast.problem)
  return (
    <TextInput
      {...lookOf(look)}
      readOnly
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <IconButton
          label={copied ? 'Copied' : 'Copy'}
          size="small"
          icon={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
        />
      }
    />
  )
}
