/** Text that is safe inside an element or a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

/** Several lines, as lines. */
export const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')
