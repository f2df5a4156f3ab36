/** What a paper can lack, as somebody would ask for it, and where it is given. Other merge fields keep their name. */
const FIELDS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  'shoot.day': ['the day of the shoot', 'Give it under Edit.'],
  'shoot.scenes': ['the scenes', 'Give them under Edit.'],
  'release.pay': ['what they are paid', 'Give it under Edit; nothing is an answer too.'],
  'guardian.name': ['the name of the parent or guardian', 'Give it under Edit.'],
  'minor.name': ['the name of the young person', 'Give it under Edit.'],
  'office.signer': ['who signs for the office', 'Give it under Edit.'],
  'person.email': ['their e-mail', 'Give it on their record.'],
  'person.phone': ['their phone', 'Give it on their record.'],
  'location.address': ['the address of the location', 'Give it on the location.'],
  'production.client': ['the client', 'Give it under Dates and details of the production.'],
  'production.starts': ['the first day of the production', 'Give it under Dates and details.'],
  'production.ends': ['the last day of the production', 'Give it under Dates and details.'],
  'terms.rate': ['the rate', 'Enter it under Terms.'],
  'terms.starts': ['the first day of the deal', 'Enter it under Terms.'],
  'terms.ends': ['the last day of the deal', 'Enter it under Terms.'],
  'terms.pay_cycle': ['when it is paid', 'Enter it under Terms.'],
}

interface Missing {
  readonly key: string
  readonly where: string
}

const started = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * One sentence for each thing that is missing, however often the paper speaks of it.
 *
 * @example missingTexts([{ key: 'shoot.day', where: 'line 2' }]) → ['The day of the shoot is not known (line 2). Give it under Edit.']
 */
export function missingTexts(missing: readonly Missing[]): string[] {
  return [...Map.groupBy(missing, ({ key }) => key)].map(([key, those]) => {
    const [what, remedy] = FIELDS[key] ?? [`“${key}”`, 'Fill it in on the record, or write it under Wording.']
    return `${started(what)} is not known (${those.map(({ where }) => where).join('; ')}). ${remedy}`
  })
}
