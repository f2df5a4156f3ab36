const plain: Record<string, string> = {
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '→': '->',
}

/** Typographic marks become their GSM-7 twins, so that a curly quote does not halve what fits; letters are never changed. */
export const easedForSms = (text: string): string => [...text].map((it) => plain[it] ?? it).join('')
