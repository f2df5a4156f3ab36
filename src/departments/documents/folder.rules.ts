interface Placed {
  readonly id: string
  readonly parentId: string | null
}

/** Whether a folder, moved into another, would lie inside itself. */
export function closesRing(all: readonly Placed[], id: string, parentId: string | null): boolean {
  for (let at = parentId, steps = 0; at !== null && steps <= all.length; steps++) {
    if (at === id) return true
    at = all.find((it) => it.id === at)?.parentId ?? null
  }
  return false
}

/** The names from the top to a folder: `['Locations', 'Harbour']`. */
export function pathOf(all: readonly (Placed & { readonly name: string })[], id: string | null): string[] {
  const names: string[] = []
  for (let at = id; at !== null && names.length <= all.length;) {
    const folder = all.find((it) => it.id === at)
    if (folder === undefined) break
    names.unshift(folder.name)
    at = folder.parentId
  }
  return names
}
