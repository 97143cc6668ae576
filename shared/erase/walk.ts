import type { Leaf, Rule } from './rules';
import { recordRules } from './rules';
import { changeSchema } from '../model/done';
import type { Change } from '../model/done';

export type Fields = Readonly<Record<string, unknown>>;

/** What becomes of one value; `owner` is the object it stands in. */
export type Touch = (leaf: Exclude<Leaf, 'keep'>, value: unknown, owner: Fields) => unknown;

/** Goes through an object by its rules. What no rule names does not pass: it cannot be told whether it is personal. */
export function walkFields(rules: Fields, object: Fields, touch: Touch): Record<string, unknown> {
  const walked: Record<string, unknown> = {};
  for (const field in object) {
    const rule = rules[field];
    if (!isRule(rule)) continue;
    const value = object[field];
    walked[field] = value === undefined ? value : walk(rule, value, object, touch);
  }
  return walked;
}

function walk(rule: Rule, value: unknown, owner: Fields, touch: Touch): unknown {
  if (rule === 'keep' || value === null) return value;
  if (rule === 'changes') {
    return changeSchema
      .array()
      .parse(value)
      .map((change) => walkChange(change, touch));
  }
  if (typeof rule === 'string') return touch(rule, value, owner);
  if ('each' in rule) {
    return Array.isArray(value) ? value.map((item) => walk(rule.each, item, owner, touch)) : value;
  }
  return isFields(value) ? walkFields(rule.fields, value, touch) : value;
}

/** The record's own id goes with its fields: a participant's code becomes it. */
function walkChange(change: Change, touch: Touch): Change {
  const { kind, id } = change;
  const side = (fields: Record<string, unknown> | null) =>
    fields &&
    walkFields(recordRules[kind], fields, (leaf, value, owner) =>
      touch(leaf, value, owner === fields ? { id, ...owner } : owner),
    );
  return { kind, id, before: side(change.before), after: side(change.after) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRule(rule: unknown): rule is Rule {
  return typeof rule === 'string' || isFields(rule);
}
