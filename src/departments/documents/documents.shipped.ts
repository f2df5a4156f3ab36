import type { ShippedList } from '../../platform/shipped.ts'

export const shippedDocuments: readonly ShippedList[] = [
  {
    key: 'document-classes',
    label: 'Document classes',
    one: 'class',
    many: 'classes',
    href: '/settings/document-classes',
    table: 'document_class',
    id: 'code',
    name: 'name',
    fields: {
      name: 'Name',
      about: 'What it is for',
      readers: 'Who may open it',
      is_listed: 'Listed for those who may not open it',
      is_watermarked: 'Watermarked',
      needs_nda: 'After confidentiality terms',
      nda_exempt: 'Without terms for',
      lowest_channel: 'Leaves the office by',
      may_download: 'May be kept',
      link_days: 'Days a link works',
      in_binder: 'In the binder',
      sort: 'Place in the list',
      source: 'Source',
      as_of: 'As of',
    },
  },
]
