/** Some fields of a record, as a request gives them: what is absent or undefined stays as it is. */
export type Patch<T> = { readonly [Field in keyof T]?: T[Field] | undefined }

/** The fields somebody gave: those that are not undefined. Null is given. */
export type Given<T> = { [Field in keyof T]?: Exclude<T[Field], undefined> }

/** @example given({ name: 'Nadia', note: undefined, age: null }) // { name: 'Nadia', age: null } */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>

/** The record with the given fields changed. */
export const patched = <T extends object>(record: T, patch: Patch<NoInfer<T>>): T => ({ ...record, ...given(patch) })
