import { MINUTE, SECOND } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';

/** What a number without a unit counts: a correction is seconds, the limit of a turn is minutes. */
export type Unit = 'seconds' | 'minutes';

const MINUTES = String.raw`(?:m|min|minuuttia?|minut|minuter|minutes?)\.?`;
const SECONDS = String.raw`(?:s|sek|sec|sekuntia?|sekund|sekunder|seconds?)\.?`;

/** Forms that mean the same whatever a bare number counts: 1:15, 1.15, 1:02:03; 1 min 15 s; 90 s; 1,5 min. */
const FORMS = [
  /^(?:(?<hours>\d{1,2}):(?=\d\d:))?(?<minutes>\d{1,3}):(?<seconds>[0-5]\d)$/,
  /^(?<minutes>\d{1,3})[.,](?<seconds>[0-5]\d)$/,
  new RegExp(
    String.raw`^(?<minutes>\d{1,3}(?:[.,]\d)?)\s*${MINUTES}(?:\s*(?<seconds>[0-5]?\d)\s*(?:${SECONDS})?)?$`,
  ),
  new RegExp(String.raw`^(?<seconds>\d{1,4})\s*${SECONDS}$`),
];

const BARE: Record<Unit, RegExp> = {
  seconds: /^(?<seconds>\d{1,4})$/,
  minutes: /^(?<minutes>\d{1,3}(?:[.,]\d)?)$/,
};

/**
 * A stretch of a turn as it is typed, in fi, sv or en: `1:15`, `1.15`, `90 s`, `2 min`, `1,5 min`,
 * `1 min 15 s`; a number alone counts `bare`. ms, null where it means nothing.
 */
export function readSpan(typed: string, bare: Unit = 'seconds'): Duration | null {
  const text = typed.trim().toLowerCase();
  for (const form of [...FORMS, BARE[bare]]) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const { hours = '0', minutes = '0', seconds = '0' } = groups;
    const whole = Number(hours) * 60 + Number(minutes.replace(',', '.'));
    return Math.round(whole * MINUTE) + Number(seconds) * SECOND;
  }
  return null;
}
