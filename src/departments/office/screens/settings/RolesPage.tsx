import { IconCheck } from '@tabler/icons-react'
import {
  mayInOffice,
  mayInProduction,
  officeAbilities,
  officeRoles,
  productionAbilities,
  productionRoles,
  type Ability,
} from '../../../../kernel/abilities.ts'
import { Section } from '../../../../ui/Section.tsx'
import css from './RolesPage.module.css'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { abilityWords, officeRoleWords, productionRoleWords } from './words.ts'

interface MatrixProps<Role extends string, Name extends Ability> {
  label: string
  roles: readonly Role[]
  words: Record<Role, string>
  abilities: readonly Name[]
  may: (role: Role, ability: Name) => boolean
}

const Mark = ({ allowed }: { allowed: boolean }) =>
  allowed ? (
    <span className={css.yes} role="img" aria-label="yes">
      <IconCheck size={16} />
    </span>
  ) : (
    <span className={css.no} role="img" aria-label="no">
      –
    </span>
  )

function Matrix<Role extends string, Name extends Ability>({
  label,
  roles,
  words,
  abilities,
  may,
}: MatrixProps<Role, Name>) {
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">May</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {words[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {abilities.map((ability) => (
            <tr key={ability}>
              <th scope="row">{abilityWords[ability]}</th>
              {roles.map((role) => (
                <td key={role}>
                  <Mark allowed={may(role, ability)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who may do what: the very table the server decides by. */
export function RolesPage() {
  return (
    <SettingsPage title="Roles">
      <Section title="In the office" about="What a person may do everywhere. It comes with their account.">
        <Matrix
          label="Roles in the office"
          roles={officeRoles}
          words={officeRoleWords}
          abilities={officeAbilities}
          may={mayInOffice}
        />
      </Section>
      <Section
        title="In a production"
        about="What a member may do inside one production. Owners, administrators and coordinators are at home in all of them."
      >
        <Matrix
          label="Roles in a production"
          roles={productionRoles}
          words={productionRoleWords}
          abilities={productionAbilities}
          may={mayInProduction}
        />
      </Section>
    </SettingsPage>
  )
}
