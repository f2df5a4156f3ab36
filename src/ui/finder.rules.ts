import type { PlaceIcon } from './places.ts'

export interface Found {
  id: string
  /** The heading it stands under: *People*, *Scenes*, *Go to*. */
  group: string
  label: string
  detail: string
  icon?: PlaceIcon | undefined
  to?: string
  onPress?: () => void
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** 3: starts so. 2: a word in it does. 1: somewhere inside. 0: not. */
function score(label: string, wanted: string): number {
  const [name, part] = [plain(label), plain(wanted)]
  if (name.startsWith(part)) return 3
  if (name.split(/[\s,–-]+/).some((word) => word.startsWith(part))) return 2
  return name.includes(part) ? 1 : 0
}

/** Commands whose label or detail holds every word typed, the closest first. Nothing typed: all, as they stand. */
export function matching(commands: readonly Found[], text: string): Found[] {
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...commands]
  return commands
    .map((command) => ({
      command,
      scores: words.map((word) => Math.max(score(command.label, word), score(command.detail, word) / 2)),
    }))
    .filter(({ scores }) => scores.every((it) => it > 0))
    .toSorted((a, b) => Math.max(...b.scores) - Math.max(...a.scores))
    .map(({ command }) => command)
}
