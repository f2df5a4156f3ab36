/** As it stands on a certificate: `2026-05-13 07:15:02 UTC`. */
export const utcText = (at: Temporal.Instant): string =>
  at.round('second').toString().replace('T', ' ').replace('Z', ' UTC')
