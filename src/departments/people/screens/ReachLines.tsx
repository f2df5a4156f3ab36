import type { Reach } from '../draft.contract.ts'
import css from './People.module.css'

/** Addresses to write to or numbers to dial, each with the word beside it. */
export const ReachLines = ({ kind, of }: { kind: 'email' | 'phone'; of: readonly Reach[] }) => (
  <ul className={css.lines}>
    {of.map(({ label, value }) => (
      <li key={value}>
        <a href={kind === 'email' ? `mailto:${value}` : `tel:${value.replace(/[^\d+]/g, '')}`}>{value}</a>
        {label !== null && <span className={css.label}>{label}</span>}
      </li>
    ))}
  </ul>
)

/** Only addresses of the web become links; anything else somebody typed stays text. */
export const SiteLines = ({ of }: { of: readonly string[] }) => (
  <ul className={css.lines}>
    {of.map((site) => {
      const href = /^https?:\/\//i.test(site)
        ? site
        : /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(site)
          ? `https://${site}`
          : null
      return (
        <li key={site}>
          {href === null ? (
            site
          ) : (
            <a href={href} target="_blank" rel="noreferrer">
              {site}
            </a>
          )}
        </li>
      )
    })}
  </ul>
)
