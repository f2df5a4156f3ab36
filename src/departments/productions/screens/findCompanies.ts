import { browser } from '../../../client/react.ts'
import { listCompanies } from '../../people/company.contract.ts'

/** Companies by a part of their name, for fields that choose a client or an agency. */
export async function findCompanies(q: string) {
  const { items } = await browser.call(listCompanies, { query: { limit: 20, ...(q.trim() !== '' && { q }) } })
  return items.map(({ id, name }) => ({ value: id as string, label: name }))
}
