import {
  IconArchive,
  IconFile,
  IconFileMusic,
  IconFileText,
  IconFileTypePdf,
  IconFileUnknown,
  IconLock,
  IconMovie,
  IconPhoto,
  IconPresentation,
  IconScript,
  IconTable,
} from '@tabler/icons-react'
import type { DragEvent } from 'react'
import type { DocumentKind, DocumentRow } from '../document.contract.ts'
import { thumbnailOf } from './addresses.ts'
import css from './Documents.module.css'

const icons: Record<DocumentKind, typeof IconFile> = {
  picture: IconPhoto,
  pdf: IconFileTypePdf,
  word: IconFileText,
  sheet: IconTable,
  slides: IconPresentation,
  text: IconFileText,
  script: IconScript,
  markup: IconFileUnknown,
  archive: IconArchive,
  program: IconFileUnknown,
  video: IconMovie,
  audio: IconFileMusic,
  other: IconFile,
}

interface Shown {
  of: Pick<DocumentRow, 'id' | 'kind' | 'number' | 'hasThumbnail' | 'standing'>
  productionId: string
  size?: number
}

/** The first page small, or what kind of file it is. */
export function KindPicture({ of, productionId, size = 18 }: Shown) {
  if (of.hasThumbnail)
    return <img src={thumbnailOf({ productionId, documentId: of.id, number: of.number })} alt="" loading="lazy" />
  const Icon = of.standing === 'open' ? icons[of.kind] : IconLock
  return <Icon size={size} stroke={1.5} aria-hidden />
}

interface NameCellProps {
  of: Shown['of'] & { name: string }
  productionId: string
  /** It can be dragged by its name. */
  onCarry?: (event: DragEvent) => void
}

export const NameCell = ({ of, productionId, onCarry }: NameCellProps) => (
  <span className={css.name} draggable={onCarry !== undefined} onDragStart={onCarry}>
    <span className={css.small}>
      <KindPicture of={of} productionId={productionId} />
    </span>
    <b>{of.name}</b>
  </span>
)
