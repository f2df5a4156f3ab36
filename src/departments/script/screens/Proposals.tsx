import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { IconButton, TextButton } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import type { ProposedElement } from '../breakdown.contract.ts'
import type { ElementCategory } from '../element.contract.ts'
import { CategoryIcon } from '../../../ui/CategoryIcon.tsx'
import css from './Proposals.module.css'

interface ProposalsProps {
  proposals: readonly ProposedElement[]
  categories: readonly ElementCategory[]
  focused: string | undefined
  onFocus: (key: string) => void
  onAccept: (proposals: readonly ProposedElement[]) => void
  onDismiss: (proposal: ProposedElement) => void
}

/** Candidates in the order of the page, each with its reason. Nothing is on the sheet until somebody says so. */
export function Proposals({ proposals, categories, focused, onFocus, onAccept, onDismiss }: ProposalsProps) {
  const byCode = new Map(categories.map((category) => [category.code, category]))
  return (
    <div className={css.proposals}>
      <div className={css.head}>
        <b>Proposed</b> <span>{proposals.length} on this page</span>
        <TextButton onClick={() => onAccept(proposals)}>Accept all</TextButton>
      </div>
      <ul>
        {proposals.map((proposal, at) => (
          <Row
            key={proposal.key}
            at={at}
            proposal={proposal}
            category={byCode.get(proposal.category)}
            isFocused={proposal.key === focused}
            onFocus={() => onFocus(proposal.key)}
            onAccept={() => onAccept([proposal])}
            onDismiss={() => onDismiss(proposal)}
          />
        ))}
      </ul>
    </div>
  )
}

interface RowProps {
  at: number
  proposal: ProposedElement
  category: ElementCategory | undefined
  isFocused: boolean
  onFocus: () => void
  onAccept: () => void
  onDismiss: () => void
}

function Row({ at, proposal, category, isFocused, onFocus, onAccept, onDismiss }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isFocused) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isFocused])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the page hears the arrow keys and moves through these rows
    <li
      ref={row}
      className={classes(css.row, isFocused && css.focused)}
      onClick={onFocus}
      aria-current={isFocused || undefined}
    >
      <sup>{at + 1}</sup>
      <b>{proposal.name}</b>
      <span className={css.category}>
        {category && <CategoryIcon icon={category.icon} colour={category.colour} />}
        {category?.name ?? proposal.category}
      </span>
      <em>{proposal.reason}</em>
      <span className={css.keys}>
        {isFocused && <Kbd>Enter</Kbd>}
        <IconButton
          label={`Put ${proposal.name} on the sheet`}
          size="small"
          icon={<IconCheck size={14} />}
          onClick={onAccept}
        />
        {isFocused && <Kbd>X</Kbd>}
        <IconButton
          label={`${proposal.name} is not an element`}
          size="small"
          icon={<IconX size={14} />}
          onClick={onDismiss}
        />
      </span>
    </li>
  )
}
