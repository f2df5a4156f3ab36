import { useAsk } from '../../../client/react.ts'
import { Status } from '../../../ui/Status.tsx'
import { plural } from '../../../ui/words.ts'
import { readCastingRules } from '../rule.contract.ts'
import { readingTime, speedFor, wordsIn } from '../role.rules.ts'

/** How long the text takes to read, against the spot; the figure says where it comes from. */
export function ReadingCheck({
  text,
  seconds,
  languages,
}: {
  text: string
  seconds: number | null
  languages: string
}) {
  const speeds = useAsk(readCastingRules).data?.speeds ?? []
  const spoken = languages
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)
  const speed = speedFor(spoken, speeds)
  const words = wordsIn(text)
  if (words === 0) return null
  if (speed === undefined)
    return (
      <Status is="attention">
        {plural(words, 'word')}; no reading speed is known for {spoken.join(', ')}. Set one in the settings under
        Casting.
      </Status>
    )
  const read = readingTime(words, seconds, speed)
  const said = `${plural(words, 'word')}, ${read.seconds} s at ${speed.wordsUntil} words a minute`
  return (
    <p title={speeds.find(({ language }) => language === speed.language)?.source}>
      <Status is={seconds === null ? 'neutral' : read.tooLong ? 'stop' : 'go'}>
        {read.tooLong ? `Too long: ${said}; ${read.fits?.from} to ${read.fits?.until} fit ${seconds} s` : said}
      </Status>
    </p>
  )
}
