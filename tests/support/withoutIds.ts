/**
 * A text as a reader has it, without the ids, tokens and hashes in it: a short figure that must not be shown would
 * sooner or later stand among their digits by chance.
 */
export const withoutIds = (text: string): string =>
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '<id>').replaceAll(/[\w-]{22,}/g, '<token>')
