/** Some fields of a record, as a request gives them: what is absent or undefined stays as it is. */
export type Patch<T> = { readonly [Field in keyof T]?: T[Field] | undefined }

/** The record with the given fields changed. */
export function patched<T extends object>(record: T, patch: Patch<T>): T {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  return { ...record, ...given }
}
