import type { Commit } from '../facts/commit';
import { factBodySchema, stampSchema } from '../facts/fact';
import type { Fact } from '../facts/fact';
import { eventSchema } from '../model/event';
import { feedbackSchema } from '../model/feedback';
import { markSchema } from '../model/mark';
import { participantSchema } from '../model/participant';
import { sessionSchema } from '../model/session';
import { stageSchema } from '../model/stage';
import type { EventState } from '../model/state';
import { Table } from '../model/table';
import { asksRegion } from '../figures/groups';
import type { Census } from './census';
import { factRules, feedbackRules, recordRules, stampRules } from './rules';
import { walkFields } from './walk';
import type { Touch } from './walk';

/** The same fact with everything personal gone and every figure kept. Twice is as once. */
export function scrubFact(fact: Fact, census: Census): Fact {
  const touch = touchWith(census);
  const { type, ...body } = fact;
  const stamp = stampSchema.parse(walkFields(stampRules, fact, touch));
  return {
    ...stamp,
    ...factBodySchema.parse({ ...walkFields(factRules[type], body, touch), type }),
  };
}

/** As `scrubFact` for all of one command. */
export function scrubCommit(commit: Commit, census: Census): Commit {
  return { ...commit, facts: commit.facts.map((fact) => scrubFact(fact, census)) };
}

/** What the scrubbed history folds to. Nothing can be undone any more: `recent` held what is gone. */
export function scrubState(state: EventState, census: Census): EventState {
  const touch = touchWith(census);
  const participants = [...state.participants].map((one) =>
    participantSchema.parse(walkFields(recordRules.participant, one, touch)),
  );
  const sessions = [...state.sessions].map((one) =>
    sessionSchema.parse(walkFields(recordRules.session, one, touch)),
  );
  const marks = [...state.marks].map((one) =>
    markSchema.parse(walkFields(recordRules.mark, one, touch)),
  );
  const feedback = [...state.feedback].map((one) =>
    feedbackSchema.parse(walkFields(feedbackRules, one, touch)),
  );
  return {
    ...state,
    event: eventSchema.parse(walkFields(recordRules.event, state.event, touch)),
    participants: Table.from(participants.map((one) => [one.id, one])),
    codes: Table.from(participants.map((one) => [one.code, one.id])),
    sessions: Table.from(sessions.map((one) => [one.id, one])),
    marks: Table.from(marks.map((one) => [one.id, one])),
    feedback: Table.from(feedback.map((one) => [one.id, one])),
    stage: stageSchema.parse(walkFields(recordRules.stage, state.stage, touch)),
    recent: [],
  };
}

function touchWith(census: Census): Touch {
  return (leaf, value, owner) => {
    switch (leaf) {
      case 'null':
        return null;
      case 'answers':
        return regionsIn(value, census);
      case 'headings':
        return {};
      case 'opinions':
        return inFigures(value);
      case 'code':
        return owner['id'];
      case 'organisation':
        return typeof value === 'string' ? census.number(value) : '';
      case 'role':
      case 'size':
        return typeof value === 'string' ? census.common(leaf, value) : '';
      case 'public':
        return typeof value === 'string' ? census.open(value) : '';
      case 'theirs': {
        const name = owner['name'];
        const public_ = typeof value === 'string' ? value : '';
        return typeof name === 'string' && census.namesSomebody(name) ? '' : census.open(public_);
      }
      default:
        return Array.isArray(value) ? [] : '';
    }
  };
}

/** Of what a registration form asked, where somebody comes from, as far as it says nothing of who that is. */
function regionsIn(answers: unknown, census: Census): Record<string, string> {
  const regions: Record<string, string> = {};
  for (const [heading, answer] of Object.entries(Object(answers))) {
    if (!asksRegion(heading) || typeof answer !== 'string') continue;
    regions[heading] = census.common('region', answer);
  }
  return regions;
}

/** The answers that are no words. */
function inFigures(answers: unknown): Record<string, unknown> {
  const said = Object.entries(Object(answers));
  return Object.fromEntries(said.filter(([, answer]) => typeof answer !== 'string'));
}
