import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factBodySchema, stampSchema } from '../facts/fact';
import { recordKindSchema } from '../model/done';
import { eventSchema } from '../model/event';
import { markSchema } from '../model/mark';
import { participantSchema } from '../model/participant';
import { sessionSchema } from '../model/session';
import { stageSchema } from '../model/stage';
import { stateJsonSchema } from '../model/state';
import { factRules, recordRules, stampRules } from './rules';
import type { Rule } from './rules';

/** A schema without what only wraps it. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return bare(schema.unwrap());
  }
  return schema;
}

/** Schemas that no free text can pass: what they let through needs no rule. */
function holdsNoText(schema: z.core.$ZodType): boolean {
  const inner = bare(schema);
  return (
    inner instanceof z.ZodNumber ||
    inner instanceof z.ZodBoolean ||
    inner instanceof z.ZodEnum ||
    inner instanceof z.ZodLiteral
  );
}

/** The texts inside a schema that the rule says nothing about, by their path. */
function undecided(schema: z.core.$ZodType, rule: unknown, path: string): string[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    // An object that is emptied whole needs no rule for its fields.
    if (rule === 'null') return [];
    if (typeof rule !== 'object' || rule === null || !('fields' in rule)) return [path];
    return undecidedFields(inner, rule.fields, path);
  }
  if (inner instanceof z.ZodArray && typeof rule === 'object' && rule !== null && 'each' in rule) {
    return undecided(inner.element, rule.each, `${path}[]`);
  }
  if (inner instanceof z.ZodArray && rule === 'keep' && !plainText(inner.element)) return [path];
  if (holdsNoText(inner)) return [];
  return typeof rule === 'string' ? [] : [path];
}

const plainText = (schema: z.core.$ZodType) =>
  bare(schema) instanceof z.ZodString || holdsNoText(schema);

function undecidedFields(schema: z.ZodObject, rules: unknown, path: string): string[] {
  const known = z.record(z.string(), z.unknown()).parse(rules);
  return Object.entries(schema.shape).flatMap(([field, inner]) =>
    undecided(inner, known[field], `${path}.${field}`),
  );
}

const records = {
  event: eventSchema,
  stage: stageSchema,
  participant: participantSchema,
  session: sessionSchema,
  mark: markSchema,
};

describe('what is erased and what is kept', () => {
  it('is decided for every text of every record', () => {
    expect(Object.keys(records).toSorted()).toEqual(recordKindSchema.options.toSorted());
    for (const kind of recordKindSchema.options) {
      expect(undecidedFields(records[kind], recordRules[kind], kind)).toEqual([]);
    }
  });

  it('is decided for every text of every kind of fact', () => {
    expect(undecidedFields(stampSchema, stampRules, 'stamp')).toEqual([]);
    for (const option of factBodySchema.options) {
      const type = option.shape.type.value;
      const rules: Record<string, Rule> = { type: 'keep', ...factRules[type] };
      expect(undecidedFields(option, rules, type)).toEqual([]);
    }
  });

  it('is decided for every part of the state', () => {
    // `gone` holds ids, `seq` a number, `recent` is emptied; the others are records.
    const parts = [
      'event',
      'feedback',
      'gone',
      'marks',
      'participants',
      'recent',
      'seq',
      'sessions',
      'stage',
    ];
    expect(Object.keys(stateJsonSchema.shape).toSorted()).toEqual(parts);
  });

  it('is found missing when a new text comes about, even inside a list or an object', () => {
    const wider = participantSchema.extend({
      nickname: z.string(),
      pets: z.array(z.object({ name: z.string() })),
      shoes: z.number(),
    });
    const rules = { ...recordRules.participant, pets: 'keep' };
    expect(undecidedFields(wider, rules, 'participant')).toEqual([
      'participant.nickname',
      'participant.pets',
    ]);
  });
});
