import { IconCheck, IconX } from '@tabler/icons-react'
import type { Content, Run } from '../text.rules.ts'
import css from './Agreements.module.css'

const Runs = ({ of }: { of: readonly Run[] }) =>
  of.map((it, at) => {
    if (it.missing)
      return (
        <mark key={at} className={css.missing} title="Not known yet">
          {it.text}
        </mark>
      )
    if (it.field !== undefined)
      return (
        <span key={at} className={css.blank}>
          {it.text}
        </span>
      )
    return it.strong ? <b key={at}>{it.text}</b> : <span key={at}>{it.text}</span>
  })

/** A paper as it reads now, with what is missing marked where it is missing. */
export function PaperText({ of }: { of: Content }) {
  return (
    <article className={css.paper} aria-label="The paper">
      <h3>{of.title}</h3>
      <p className={css.muted}>{of.between}</p>
      {of.short.length > 0 && (
        <ul className={css.short}>
          {of.short.map((line, at) => (
            <li key={at}>
              {line.allowed ? <IconCheck size={14} aria-label="Yes" /> : <IconX size={14} aria-label="No" />}{' '}
              <Runs of={line.runs} />
            </li>
          ))}
        </ul>
      )}
      {of.blocks.map((block, at) => {
        if (block.kind === 'heading')
          return (
            <h4 key={at}>
              {block.number}. {block.text}
            </h4>
          )
        if (block.kind === 'terms')
          return (
            <dl key={at} className={css.terms}>
              {block.rows.map((row) => [
                <dt key={`${row.label} term`}>{row.label}</dt>,
                <dd key={row.label}>{row.value}</dd>,
              ])}
            </dl>
          )
        return (
          <p key={at}>
            {block.kind === 'item' && '• '}
            <Runs of={block.runs} />
          </p>
        )
      })}
    </article>
  )
}
