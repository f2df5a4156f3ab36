/** Class names in one string, leaving out what does not apply: `classes(css.row, isOpen && css.open)`. */
export const classes = (...names: (string | false | undefined | null)[]) => names.filter(Boolean).join(' ')
