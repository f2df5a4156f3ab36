let count = 0

/** A production code nothing else in this test file has: random letters would meet one day. */
export const nextCode = (prefix: string): string => `${prefix}${++count}`
