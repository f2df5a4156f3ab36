import type { Department } from '../../platform/department.ts'

export const productions: Department = { name: 'productions', routes: [] }
