import type { OtherRecord, Participant } from '../model/participant';
import type { EventState } from '../model/state';

/**
 * Who a record that is no longer there went into when two were made one, with what is kept of it.
 * Looks through everyone, so ask only for an id that leads nowhere.
 */
export function heirOf(
  { participants, gone }: Pick<EventState, 'participants' | 'gone'>,
  id: string,
): { person: Participant; record: OtherRecord } | undefined {
  if (!gone.has(id)) return undefined;
  for (const person of participants) {
    const record = person.otherRecords.find((one) => one.id === id);
    if (record) return { person, record };
  }
  return undefined;
}
