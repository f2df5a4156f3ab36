/** Tests begin on a Monday morning, in the office and in the browser alike. */
export const MONDAY = '2026-05-04T09:00:00Z'
/** The template with the sample production in it, made when the first file asks for it. */
export const SAMPLE = 'template_sample'
