/** One happening, as the trail and the proof say it. */
interface Happened {
  kind: string
  channel: string | null
  text: string
  byName?: string | null
  by_name?: string | null
}

const by: Record<string, string> = { email: 'E-mail', sms: 'Text message', link: 'Their link', phone: 'Phone' }

const titles: Record<string, (it: Happened) => string> = {
  queued: () => 'Waits to leave',
  undone: () => 'Called back before it left',
  kept: () => 'Stayed in the outbox',
  sent: (it) => `Sent by ${(by[it.channel ?? ''] ?? 'the office').toLowerCase()}`,
  delivered: () => 'Sent and delivered',
  deferred: () => 'Not through yet, tried again by itself',
  bounced: () => 'Came back',
  blocked: () => 'Refused by their server',
  spam: () => 'Taken for unwanted mail',
  dropped: () => 'Given up',
  opened: () => 'Opened the page',
  pdf_opened: () => 'Opened the PDF',
  confirmed: (it) =>
    it.channel === 'phone'
      ? 'Confirmed on the phone'
      : it.channel === 'sms'
        ? 'Confirmed by text message'
        : 'Confirmed',
  problem: (it) => (it.channel === 'sms' ? 'Problem sent by text message' : 'Problem sent from their link'),
  taken_back: () => 'Took the problem back',
  answered: () => 'Problem answered',
  corrected: () => 'Address corrected',
  link_taken: () => 'Link taken to pass on',
  carried: () => 'Not written to',
  reset: () => 'No longer counts',
}

export const timelineTitle = (it: Happened): string => titles[it.kind]?.(it) ?? it.kind

/** Title, words and who, in one line. */
export const timelineWords = (it: Happened): string => {
  const who = it.byName ?? it.by_name
  return [timelineTitle(it), it.text, who ? `by ${who}` : ''].filter((part) => part !== '').join('. ')
}
