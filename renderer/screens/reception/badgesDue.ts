import type { Outcome } from '../../../shared/contract';

/**
 * Ids of those who need a badge now: whoever has just come in for the first time, alone or with a group.
 * Who comes back has one.
 */
export function badgesDue(outcome: Outcome): readonly string[] {
  if (!outcome.ok || outcome.status !== 'valid') return [];
  if (outcome.group) return outcome.group.checkedIn;
  return outcome.participant ? [outcome.participant.id] : [];
}
