import type { OfficeRole, ProductionRole } from '../../../../kernel/abilities.ts'

export const officeRoleWords: Record<OfficeRole, string> = {
  owner: 'Owner',
  admin: 'Administrator',
  coordinator: 'Coordinator',
  finance: 'Finance',
  member: 'Member',
}

/** One sentence for whoever chooses. */
export const officeRoleHints: Record<OfficeRole, string> = {
  owner: 'Everything, on every production, and the office itself',
  admin: 'Everything but being the last owner',
  coordinator: 'Every production, people, links and mail',
  finance: 'Every production with an eye on money',
  member: 'Only the productions they are added to',
}

export const productionRoleWords: Record<ProductionRole, string> = {
  producer: 'Producer',
  coordinator: 'Coordinator',
  department_head: 'Department head',
  crew: 'Crew',
  finance: 'Finance',
  client: 'Client',
  vendor: 'Vendor',
}

/** Abilities as a colleague would put them. What is added later shows by its own name until it has words here. */
export const abilityWords: Record<string, string> = {
  'office.read': 'See the office',
  'office.settings': 'Set up the office',
  'office.access': 'Give and take access',
  'office.audit': 'Read the audit log',
  'office.links': 'See and revoke outside links',
  'office.outbox': 'See and send the outbox',
  'office.today': 'The front page',
  'productions.list': 'See own productions',
  'productions.create': 'Begin a production',
  'people.read': 'See people and companies',
  'people.edit': 'Change people and companies',
  'people.import': 'Import people',
  'people.merge': 'Merge duplicates',
  'files.upload': 'Upload files',
  'account.own': 'Own account',
  'production.read': 'See the production',
  'production.edit': 'Change its dates and details',
  'production.members': 'Give access to it',
  'script.read': 'Read the script',
  'script.edit': 'Import and change the script',
  'breakdown.edit': 'Break it down',
  'schedule.read': 'See every board',
  'schedule.published': 'See the published schedule',
  'schedule.edit': 'Change boards',
  'schedule.publish': 'Publish the schedule',
  'crew.read': 'See the crew',
  'crew.edit': 'Change the crew',
  'bookings.timeline': 'See bookings over all productions',
  'bookings.read': 'See bookings',
  'bookings.edit': 'Change bookings',
  'locations.read': 'See locations',
  'locations.edit': 'Change locations',
  'callsheets.read': 'See call sheets and who has them',
  'callsheets.edit': 'Make call sheets',
  'callsheets.approve': 'Approve call sheets',
  'callsheets.publish': 'Send call sheets',
  'reports.read': 'Reports',
  'feeds.manage': 'Calendar feeds',
  'concerns.read': 'See concerns',
  'concerns.answer': 'Accept and put off concerns',
  'activity.read': 'See who changed what',
}

export const abilityWord = (ability: string) => abilityWords[ability] ?? ability.replace('.', ': ')
