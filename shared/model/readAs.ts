import { z } from 'zod';

/** Says yes only to a value that the schema takes as it is, so that parsing would give back an equal one. */
type Accepts = (value: unknown) => boolean;

type Schema = z.core.$ZodType;

const made = new WeakMap<Schema, Accepts>();

/**
 * What `schema.safeParse(value)` answers, several times faster for large values that are right: they are looked
 * through by plain functions made once from the schema itself and handed on as they are, without a copy. Whatever
 * those functions do not know or do not take at once is left to zod, which has the last word and says what is wrong.
 * (zod's own compiled parser needs eval, which the policy of the pages forbids.)
 */
export function readAs<S extends z.ZodType>(
  schema: S,
  value: unknown,
): z.ZodSafeParseResult<z.output<S>> {
  return takes(schema, value) ? { success: true, data: value } : schema.safeParse(value);
}

function takes<S extends z.ZodType>(schema: S, value: unknown): value is z.output<S> {
  return acceptorOf(schema)(value);
}

function acceptorOf(schema: Schema): Accepts {
  let accepts = made.get(schema);
  if (!accepts) {
    accepts = plainAcceptor(schema) ?? byZod(schema);
    made.set(schema, accepts);
  }
  return accepts;
}

/** Anything of another kind: small values are asked of zod, large ones are left to it as a whole. */
function byZod(schema: Schema): Accepts {
  return (value) => {
    if (typeof value === 'object' && value !== null) return false;
    const read = z.safeParse(schema, value);
    return read.success && Object.is(read.data, value);
  };
}

function plainAcceptor(schema: Schema): Accepts | undefined {
  if (schema instanceof z.ZodString) return textAcceptor(schema);
  if (schema instanceof z.ZodArray) return listAcceptor(schema);
  if (schema._zod.def.checks?.length) return undefined;
  if (schema instanceof z.ZodNumber) return numberAcceptor(schema);
  if (schema instanceof z.ZodBoolean && !schema.def.coerce)
    return (value) => typeof value === 'boolean';
  if (schema instanceof z.ZodUnknown) return () => true;
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return oneOf(schema);
  if (schema instanceof z.ZodNullable) {
    const inner = acceptorOf(schema.def.innerType);
    return (value) => value === null || inner(value);
  }
  // A default stands in for what is missing: then the value would not stay as it is.
  if (schema instanceof z.ZodDefault) {
    const inner = acceptorOf(schema.def.innerType);
    return (value) => value !== undefined && inner(value);
  }
  if (schema instanceof z.ZodTuple) return tupleAcceptor(schema);
  if (schema instanceof z.ZodRecord) return recordAcceptor(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) return unionAcceptor(schema);
  if (schema instanceof z.ZodObject) return objectAcceptor(schema);
  return undefined;
}

function textAcceptor({ def }: z.ZodString): Accepts | undefined {
  const length = lengthIn(def.checks);
  if (!length || def.coerce) return undefined;
  return (value) => typeof value === 'string' && length(value.length);
}

/** Bounds of a length, or undefined when anything else is checked too. */
function lengthIn(
  checks: readonly z.core.$ZodCheck<never>[] = [],
): ((length: number) => boolean) | undefined {
  let [least, most] = [0, Infinity];
  for (const check of checks) {
    if (check instanceof z.core.$ZodCheckMaxLength) most = Math.min(most, check._zod.def.maximum);
    else if (check instanceof z.core.$ZodCheckMinLength)
      least = Math.max(least, check._zod.def.minimum);
    else return undefined;
  }
  return (length) => length >= least && length <= most;
}

function numberAcceptor({ def }: z.ZodNumber): Accepts | undefined {
  if (def.coerce || 'format' in def) return undefined;
  return (value) => Number.isFinite(value);
}

function oneOf(schema: z.ZodEnum | z.ZodLiteral): Accepts {
  const values = new Set<unknown>(
    schema instanceof z.ZodEnum ? schema.options : [...schema.values],
  );
  return (value) => values.has(value);
}

function listAcceptor({ def }: z.ZodArray): Accepts | undefined {
  const length = lengthIn(def.checks);
  if (!length) return undefined;
  const inner = acceptorOf(def.element);
  return (value) => {
    if (!Array.isArray(value) || !length(value.length)) return false;
    // Not `every`, which passes over holes.
    for (let at = 0; at < value.length; at++) if (!inner(value[at])) return false;
    return true;
  };
}

function tupleAcceptor({ def }: z.ZodTuple): Accepts | undefined {
  if (def.rest) return undefined;
  const items = def.items.map(acceptorOf);
  return (value) =>
    Array.isArray(value) &&
    value.length === items.length &&
    items.every((inner, at) => inner(value[at]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype;
}

function recordAcceptor({ def }: z.ZodRecord): Accepts | undefined {
  if (!(def.keyType instanceof z.ZodString)) return undefined;
  const key = acceptorOf(def.keyType);
  const inner = acceptorOf(def.valueType);
  return (value) => {
    if (!isRecord(value)) return false;
    for (const name of Object.keys(value)) {
      if (name === '__proto__' || !key(name) || !inner(value[name])) return false;
    }
    return true;
  };
}

/** Each option is known by its word, so that only one can be meant. */
function unionAcceptor({ def }: z.ZodDiscriminatedUnion): Accepts | undefined {
  const byWord = new Map<unknown, Accepts>();
  for (const option of def.options) {
    const word = option instanceof z.ZodObject ? option.shape[def.discriminator] : undefined;
    if (!(word instanceof z.ZodLiteral)) return undefined;
    for (const value of word.values) byWord.set(value, acceptorOf(option));
  }
  return (value) => isRecord(value) && (byWord.get(value[def.discriminator])?.(value) ?? false);
}

function optionalOf(schema: Schema): { optional: boolean; inner: Accepts } {
  const optional = schema instanceof z.ZodOptional && !schema.def.checks?.length;
  return { optional, inner: acceptorOf(optional ? schema.def.innerType : schema) };
}

/** A key that the schema does not name would be left out by zod: such an object is left to it. */
function objectAcceptor({ def }: z.ZodObject): Accepts | undefined {
  if (def.catchall) return undefined;
  const wanted = Object.entries(def.shape).map(([key, schema]) => ({
    key,
    ...optionalOf(schema),
  }));
  return (value) => {
    if (!isRecord(value)) return false;
    let met = 0;
    for (const { key, optional, inner } of wanted) {
      const own = value[key];
      if (own !== undefined || !optional) {
        if (!inner(own)) return false;
        met++;
      } else if (key in value) return false;
    }
    return Object.keys(value).length === met;
  };
}
