/** A moment: milliseconds since the Unix epoch, as stated by the desk's clock. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

/** Minutes from the local midnight that begins the event's day; past 1440 is after midnight. */
export type DayMinute = number;

/** A ULID: 26 characters whose order as text is their order in time. */
export type Ulid = string;

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60_000;
