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
  const moved: Partial<T> = {};
  const edits: Record<string, string> = { ...record.edits };
  let any = false;
  for (const key of fieldNames(fields)) {
    if (fields[key] === undefined || fact <= (record.edits[key] ?? '')) continue;
    moved[key] = fields[key];
    edits[key] = fact;
    any = true;
  }
  return any ? { ...record, ...moved, edits } : record;
}

function fieldNames<T extends object>(fields: T): Array<Extract<keyof T, string>> {
  const names: Array<Extract<keyof T, string>> = [];
  for (const name in fields) names.push(name);
  return names;
}
