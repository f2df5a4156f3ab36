import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'

/** Says who was written to, and who could not be. */
export const askedToast = ({
  people,
  papers,
  unreachable,
}: {
  people: number
  papers: number
  unreachable: string[]
}) =>
  toast.done(
    [
      people > 0
        ? `${plural(people, 'person', 'people')} asked for ${plural(papers, 'paper')}`
        : 'Nobody was written to',
      unreachable.length > 0
        ? `no e-mail address: ${unreachable.slice(0, 5).join(', ')}${unreachable.length > 5 ? ' …' : ''}`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  )
