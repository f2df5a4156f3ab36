import { classes } from '../../../ui/classes.ts'
import type { ElementCategory } from '../element.contract.ts'
import { blocksOf } from '../page.rules.ts'
import type { PageBlock, Piece, Span } from '../page.rules.ts'
import type { ScriptElement } from '../screenplay.rules.ts'
import { CategoryIcon } from '../../../ui/CategoryIcon.tsx'
import css from './ScriptText.module.css'

interface ScriptTextProps {
  elements: readonly ScriptElement[]
  spans: readonly Span[]
  categories: ReadonlyMap<string, ElementCategory>
  number: string | null
  /** Numbers of proposals by key, as the sheet lists them. */
  numbers: ReadonlyMap<string, number>
  focused: string | undefined
  onPress: (span: Span) => void
}

const indent: Record<string, string | undefined> = {
  character: css.character,
  dialogue: css.dialogue,
  lyric: css.dialogue,
  parenthetical: css.parenthetical,
  transition: css.transition,
  heading: css.heading,
}

/** A scene in Courier, ten characters to the inch. Marks lie under the letters and never shift them. */
export function ScriptText({ elements, spans, number, ...rest }: ScriptTextProps) {
  return (
    <div className={css.text} lang="und">
      {blocksOf(elements, spans).map((block) => (
        <Block key={block.index} block={block} number={number} {...rest} />
      ))}
    </div>
  )
}

function Block({ block, number, ...rest }: { block: PageBlock } & Omit<ScriptTextProps, 'elements' | 'spans'>) {
  const { element, lines } = block
  const tight = ['dialogue', 'parenthetical', 'lyric'].includes(element.kind)
  return (
    <p className={classes(css.block, indent[element.kind], tight && css.tight, element.centred && css.centred)}>
      {element.kind === 'heading' && number !== null && (
        <>
          <span className={css.left}>{number}</span>
          <span className={css.right}>{number}</span>
        </>
      )}
      {lines.map(({ pieces }, at) => (
        <span key={at} className={css.line}>
          {pieces.map((piece, index) => (
            <Marked key={index} piece={piece} {...rest} />
          ))}
        </span>
      ))}
    </p>
  )
}

type MarkedProps = { piece: Piece } & Pick<ScriptTextProps, 'categories' | 'numbers' | 'focused' | 'onPress'>

function Marked({ piece, categories, numbers, focused, onPress }: MarkedProps) {
  const { span, text, last } = piece
  if (span === null) return text
  const category = categories.get(span.category)
  const is = span.is === 'proposed' ? css.proposed : css[category?.mark ?? 'solid']
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- the list beside the text is the keyboard's way to the same element
    <mark
      className={classes(css.mark, is, span.key === focused && css.focused)}
      style={{ '--c': category?.colour } as React.CSSProperties}
      title={category?.name}
      data-proposal={span.is === 'proposed' ? span.key : undefined}
      onClick={() => onPress(span)}
    >
      {text}
      {last && span.is === 'tagged' && category && (
        <i className={css.icon} aria-hidden>
          <CategoryIcon icon={category.icon} colour={category.colour} size={10} />
        </i>
      )}
      {last && span.is === 'proposed' && <sup className={css.number}>{numbers.get(span.key)}</sup>}
    </mark>
  )
}
