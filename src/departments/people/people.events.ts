export {}

declare module '../../platform/events.ts' {
  interface Events {
    /** Everything that names one record is about to name another. */
    'people.merging': { keptId: string; otherId: string }
    /** What these records are named by has changed hands, by a merge or by its undoing. */
    'people.merged': { personIds: string[] }
    /** The same of companies. */
    'people.companies_merging': { keptId: string; otherId: string }
    /** What these are called, or are found by, has changed. */
    'people.renamed': { kind: 'company' | 'person'; ids: string[] }
  }
}
