import { CUSTOM } from '../../../shared/badges/customLayout';
import type { BadgeSettings, Desk } from '../../../shared/contract';
import type { EventInfo } from '../../../shared/model/event';
import { isOver } from '../../../shared/print';

/** How the event's badges are made at check-in. */
export function badgeSettingsOf({
  badgeLayout: layout,
  badgeSize,
}: Pick<EventInfo, 'badgeLayout' | 'badgeSize'>): BadgeSettings {
  return { layout, ...(layout === CUSTOM && badgeSize && { custom: badgeSize }) };
}

/**
 * Puts the badges of those who have just come on the list of the desk's printer, from a screen that has no to-print
 * list of its own. Answers false where no printer is chosen for the event's layout: then they are made at the
 * reception. Whoever is on the list already is not put there twice. `people` are ids, `job` is the new job's ULID. Rejects
 * with the desk's failure.
 */
export async function queueBadges(
  desk: Pick<Desk, 'ask'>,
  event: Pick<EventInfo, 'id' | 'badgeLayout' | 'badgeSize'>,
  people: readonly string[],
  job: string,
): Promise<boolean> {
  const settings = badgeSettingsOf(event);
  const { printers } = await desk.ask('print.settings', {});
  if (!printers[settings.layout]) return false;
  const { jobs } = await desk.ask('print.jobs', { event: event.id });
  const listed = new Set(jobs.filter(({ phase }) => !isOver(phase)).flatMap(({ who }) => who));
  const who = people.filter((id) => !listed.has(id));
  if (who.length > 0) await desk.ask('print.send', { event: event.id, who, settings, id: job });
  return true;
}
