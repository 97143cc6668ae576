import type { SessionDetails } from '../model/session';

/**
 * A session as it goes into another event: titles, kinds, times, rooms and the panel's settings; with
 * `people` also who speaks, but never who of the participants that is, because they are of their event.
 */
export function copyOf(session: SessionDetails, people: boolean): SessionDetails {
  const { panel } = session;
  const seats = panel?.seats.filter((seat) => people && !seat.dropped) ?? [];
  return {
    ...session,
    speakers: people ? session.speakers : [],
    panel: panel && {
      ...panel,
      seats: seats.map((seat) => ({ ...seat, participant: '' })),
      moderator: people ? panel.moderator : '',
      hands: [],
    },
  };
}
