import { browser } from '../../../client/react.ts'
import { FindField, type FindFieldProps } from '../../../ui/FindField.tsx'
import { listCompanies } from '../../people/company.contract.ts'

const companies = async (text: string) =>
  (await browser.call(listCompanies, { query: { q: text, limit: 12 } })).items.map(({ id, name }) => ({
    value: id as string,
    label: name,
  }))

type ThroughProps = Pick<FindFieldProps, 'value' | 'onChange' | 'error'> & {
  known?: FindFieldProps['known'] | null | ''
}

/** The company somebody bills through: their own, an agency, or whoever lends them. */
export const ThroughField = ({ known, ...field }: ThroughProps) => (
  <FindField
    label="Through"
    placeholder="The company on their record"
    hint="A company whose rate counts where they have none of their own"
    find={companies}
    {...(known && { known })}
    {...field}
  />
)
