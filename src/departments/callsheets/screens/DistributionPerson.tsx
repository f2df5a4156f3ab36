import { IconCopy, IconFileText } from '@tabler/icons-react'
import { browser, useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { formatInstantTime, zoneLetters } from '../../../ui/dates.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { copyText } from '../../../ui/withoutHttps.ts'
import { getNotice, getPersonalLink } from '../distribution.contract.ts'
import type { NoticeLine, NoticeRecord, TimelineEntry } from '../distribution.contract.ts'
import { timelineTitle } from '../noticeTimeline.rules.ts'
import { spanText } from '../sheetText.rules.ts'
import css from './Distribution.module.css'
import type { PersonAct } from './DistributionActs.tsx'
import own from './DistributionPerson.module.css'
import { reasonWords, standingWords } from './distributionWords.ts'

interface Props {
  productionId: string
  callSheetId: string
  noticeId: string
  zone: string
  canSend: boolean
  onClose: () => void
  onAct: (act: PersonAct) => void
}

/** One person: what they have, what they said, and everything that happened. */
export function DistributionPerson(props: Props) {
  const { productionId, noticeId } = props
  const asked = useAsk(getNotice, { params: { productionId, noticeId } })
  return <Loaded of={asked}>{(record) => <Shown {...props} record={record} />}</Loaded>
}

function Shown({ record, zone, onClose, canSend, onAct, productionId, callSheetId }: Props & { record: NoticeRecord }) {
  const { line } = record
  const said = standingWords(line)
  return (
    <Panel
      title={line.name}
      about={`${line.position}, copy ${line.copyNumber} of ${line.copies}, code ${record.code}`}
      onClose={onClose}
      foot={<Proof productionId={productionId} callSheetId={callSheetId} record={record} />}
    >
      <Status is={said.is}>{said.word}</Status>
      <Facts
        of={[
          ['Call', <Call key="call" line={line} />],
          ['Report to', line.place],
          ['Reach', [line.phone, line.email].filter((it) => it).join(', ')],
          ...(line.rest
            ? ([
                [
                  'Rest',
                  `${spanText(line.rest.restMinutes)} since ${line.rest.since} (${spanText(line.rest.neededMinutes)} needed)`,
                ],
              ] as const)
            : []),
        ]}
      />
      {line.rest && line.rest.restMinutes < line.rest.neededMinutes && (
        <Status is="attention">Short rest: speak with them, a click is not enough</Status>
      )}
      {line.state === 'problem' && <Problem line={line} canSend={canSend} onAct={onAct} />}
      {canSend && <Acts line={line} onAct={onAct} productionId={productionId} />}
      <div className={own.head}>
        <span>What happened</span>
        <span>{zoneLetters(zone, Temporal.Instant.from(line.stateAt))}</span>
      </div>
      <Timeline entries={record.timeline} zone={zone} />
    </Panel>
  )
}

export const Call = ({ line }: { line: NoticeLine }) => (
  <span className={css.calls}>
    {line.callWas !== null && line.callWas !== line.callText && <s>{line.callWas}</s>}
    <b>{line.callText}</b>
  </span>
)

const Problem = ({ line, canSend, onAct }: { line: NoticeLine; canSend: boolean; onAct: Props['onAct'] }) => (
  <div className={own.box}>
    <h3>{reasonWords[line.problem?.reason ?? ''] ?? 'Problem'}</h3>
    <p>{line.problem?.text || 'No words with it.'}</p>
    {line.problem?.answer && (
      <p>
        {line.problem.answer.by}: {line.problem.answer.text}
      </p>
    )}
    {canSend && (
      <Button size="small" onClick={() => onAct({ kind: 'answer', line })}>
        Answer {line.name.split(' ')[0]}
      </Button>
    )}
  </div>
)

function Acts({ line, onAct, productionId }: { line: NoticeLine; onAct: Props['onAct']; productionId: string }) {
  const copyLink = async () => {
    try {
      const { url } = await browser.call(getPersonalLink, { params: { productionId, noticeId: line.id } })
      await copyText(url)
      toast.done('Their link is copied', { detail: 'It is personal: give it to nobody else.' })
    } catch (problem) {
      toast.problem(problem)
    }
  }
  return (
    <div className={css.acts} style={{ marginTop: 10 }}>
      {line.asks && line.state !== 'confirmed' && (
        <Button size="small" onClick={() => onAct({ kind: 'confirm', line })}>
          Said yes on the phone
        </Button>
      )}
      <Button size="small" onClick={() => onAct({ kind: 'correct', line })}>
        Correct address
      </Button>
      <Button size="small" icon={<IconCopy size={14} />} onClick={() => void copyLink()}>
        Copy their link
      </Button>
    </div>
  )
}

const good = new Set(['confirmed'])
const bad = new Set(['problem', 'bounced', 'blocked', 'spam', 'dropped'])

function Timeline({ entries, zone }: { entries: TimelineEntry[]; zone: string }) {
  const versions = [...new Set(entries.map((it) => it.version))]
  return (
    <ol className={own.timeline}>
      {versions.flatMap((version) => [
        <li key={version} className={own.version}>
          {version}
        </li>,
        ...entries
          .filter((it) => it.version === version)
          .map((it, i) => (
            <li key={`${version} ${i}`}>
              <time dateTime={it.at}>{formatInstantTime(it.at, zone)}</time>
              <span
                className={classes(own.node, good.has(it.kind) && own.good, bad.has(it.kind) && own.bad)}
                aria-hidden
              />
              <div>
                <b>{timelineTitle(it)}</b>
                <small>{[it.text, it.byName ? `by ${it.byName}` : ''].filter((part) => part !== '').join(', ')}</small>
              </div>
            </li>
          )),
      ])}
    </ol>
  )
}

function Proof({
  record,
  productionId,
  callSheetId,
}: {
  record: NoticeRecord
  productionId: string
  callSheetId: string
}) {
  const { id } = record.line
  const base = `/v1/productions/${productionId}`
  return (
    <div className={own.foot}>
      <div className={own.head} style={{ marginTop: 0 }}>
        <span>Proof of notice</span>
        <span className={css.acts}>
          {record.sha256 !== null && (
            <FileLink href={`${base}/callsheet-notices/${id}/pdf`} size="small" icon={<IconFileText size={14} />} opens>
              Their copy
            </FileLink>
          )}
          <FileLink href={`${base}/callsheets/${callSheetId}/distribution/proof.pdf?noticeId=${id}`} size="small">
            PDF
          </FileLink>
          <FileLink href={`${base}/callsheets/${callSheetId}/distribution/proof.csv?noticeId=${id}`} size="small">
            CSV
          </FileLink>
        </span>
      </div>
      <code className={own.hash}>
        {record.sha256 === null
          ? 'Their copy is being set'
          : `SHA-256 ${record.sha256.slice(0, 8)} … ${record.sha256.slice(-8)}`}
      </code>
    </div>
  )
}
