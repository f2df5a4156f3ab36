import { fillPath } from '../../../kernel/route.ts'
import { versionFile, versionPage, versionThumbnail } from '../documentVersion.contract.ts'

interface Of {
  productionId: string
  documentId: string
  number: number
}

/** Where the browser finds bytes of a version. */
export const thumbnailOf = (of: Of) => fillPath(versionThumbnail.path, { ...of })
export const pageOf = (of: Of, page: number) => fillPath(versionPage.path, { ...of, page })
export const fileOf = (of: Of, as: 'shown' | 'saved' = 'saved') => `${fillPath(versionFile.path, { ...of })}?as=${as}`
