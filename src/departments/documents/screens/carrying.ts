import type { DragEvent } from 'react'

/** What is dragged inside the page: ids of documents, or a folder's. */
const DOCUMENTS = 'application/x-unitbase-documents'
const FOLDER = 'application/x-unitbase-folder'

export type Carried =
  | { readonly what: 'documents'; readonly ids: readonly string[] }
  | { readonly what: 'folder'; readonly id: string }
  | { readonly what: 'files'; readonly files: File[] }

export function carryDocuments(event: DragEvent, ids: readonly string[]): void {
  event.dataTransfer.setData(DOCUMENTS, ids.join(' '))
  event.dataTransfer.effectAllowed = 'move'
}

export function carryFolder(event: DragEvent, id: string): void {
  event.dataTransfer.setData(FOLDER, id)
  event.dataTransfer.effectAllowed = 'move'
}

/** Whether something that a folder takes is dragged. What it is can be read only when it is dropped. */
export const isCarrying = ({ dataTransfer: { types } }: DragEvent): boolean =>
  types.includes(DOCUMENTS) || types.includes(FOLDER) || types.includes('Files')

export function carriedBy({ dataTransfer }: DragEvent): Carried | undefined {
  const ids = dataTransfer.getData(DOCUMENTS)
  if (ids !== '') return { what: 'documents', ids: ids.split(' ') }
  const id = dataTransfer.getData(FOLDER)
  if (id !== '') return { what: 'folder', id }
  const files = [...dataTransfer.files]
  return files.length > 0 ? { what: 'files', files } : undefined
}
