import type { Department } from '../../platform/department.ts'

export const office: Department = { name: 'office', routes: [] }
