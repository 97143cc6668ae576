/** A record whose fields may be edited by several desks. */
interface Edited {
  readonly edits: Readonly<Record<string, string>>;
}

/**
 * Sets fields so that the latest edit of each stands, in whatever order facts arrive: a field moves
 * only when this fact's ULID is later than the one that set it last. Returns the record itself when
 * nothing moved.
 */
export function setLatest<T extends Edited>(record: T, fields: Partial<T>, fact: string): T {
  let next: T | undefined;
  let edits: Record<string, string> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined || fact <= (record.edits[key] ?? '')) continue;
    if (!next) {
      edits = { ...record.edits };
      next = { ...record, edits };
    }
    next[key] = value;
    edits[key] = fact;
  }
  return next ?? record;
}
