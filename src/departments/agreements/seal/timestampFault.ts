/** Why there is no time stamp, in a sentence for people. */
export class TimestampFault extends Error {}
