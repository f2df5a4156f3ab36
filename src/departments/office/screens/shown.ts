import type { OpenProduction } from '../../../ui/ProductionSwitcher.tsx'
import type { Me } from '../office.contract.ts'

const phases: Record<string, string> = {
  development: 'in development',
  prep: 'in prep',
  shoot: 'shooting',
  wrap: 'wrapping',
  post: 'in post',
  delivery: 'delivering',
  archive: 'archived',
}

/** A production as the navigation names it: *Last Ferry*, `LFY · in prep`. */
export const shownProduction = ({ id, code, title, phase }: Me['productions'][number]): OpenProduction => ({
  id,
  title,
  subtitle: `${code} · ${phases[phase] ?? phase}`,
})
