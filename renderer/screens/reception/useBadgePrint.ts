import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import type { ReprintReason } from '../../../shared/print';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { usePrintJobs } from '../../parts/printing';
import { askedAbout, unsettledIn } from './badgeStep';
import type { BadgeStep, Batch } from './badgeStep';
import { badgeSettingsOf } from './queueBadges';

/**
 * Badges of those who have come. With a printer chosen for the event's layout the desk prints them, whichever
 * screen asked, and counts them when they are out; else they are made as one PDF, and count as printed when a
 * person says that they came out.
 */
export function useBadgePrint() {
  const desk = useDesk();
  const { eventId, state, send } = useEventDesk();
  const { t } = useTranslation('reception');
  const { waiting, send: sendToPrinter } = usePrintJobs();
  const [badge, setBadge] = useState<BadgeStep>();
  const { badgeLayout: layout, badgeSize } = state.event;

  const handOut = useCallback(
    async (people: readonly Participant[], again: ReprintReason | undefined) => {
      const [first] = people;
      if (!first) return;
      const settings = badgeSettingsOf({ badgeLayout: layout, badgeSize });
      const who = people.map((person) => person.id);
      setBadge((now) => ({ step: 'making', people, unsettled: unsettledIn(now) }));
      try {
        const { printers } = await desk.ask('print.settings', {});
        if (printers[layout]) {
          const failure = await sendToPrinter({ who, settings, ...(again && { again }) });
          setBadge((now) =>
            failure
              ? { step: 'failed', people, failure, unsettled: unsettledIn(now) }
              : askedAbout(unsettledIn(now)),
          );
          return;
        }
        const { pdf, warnings } = await desk.ask('badges.render', {
          event: eventId,
          who,
          settings,
        });
        const document = fromBase64(pdf, 'application/pdf');
        const name =
          people.length === 1 ? fullName(first) : t('badge.print', { count: people.length });
        download(document, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`);
        const address = URL.createObjectURL(document);
        const said = warnings.map((one) => one.detail);
        const made: Batch = { people, again, address, warnings: said };
        setBadge((now) => askedAbout([...unsettledIn(now), made]));
      } catch (error) {
        const failure = failureOf(error);
        setBadge((now) => ({ step: 'failed', people, failure, unsettled: unsettledIn(now) }));
      }
    },
    [desk, eventId, layout, badgeSize, sendToPrinter, t],
  );

  /** Whoever is on the to-print list already is not put there twice; whoever has a badge is asked about once. */
  const print = useCallback(
    async (asked: readonly Participant[]) => {
      const listed = new Set(waiting.flatMap((job) => job.who));
      const people = asked.filter((person) => !listed.has(person.id));
      const had = people.filter((person) => person.prints.length > 0);
      if (had.length === 0) return handOut(people, undefined);
      const answer = (why: ReprintReason | null) => {
        setBadge((now) => askedAbout(unsettledIn(now)));
        if (why) void handOut(people, why);
      };
      setBadge((now) => ({ step: 'again', people, had, answer, unsettled: unsettledIn(now) }));
    },
    [waiting, handOut],
  );

  /**
   * Whether those asked about came out of the printer. A mark that could not be saved leaves the question standing;
   * where making them has failed it is only put aside, and the question about earlier ones is back.
   */
  const settle = useCallback(
    async (came: boolean) => {
      if (badge?.step !== 'ready') {
        setBadge((now) => askedAbout(unsettledIn(now)));
        return;
      }
      const { unsettled } = badge;
      const reasons = came ? new Set(unsettled.map(({ again }) => again)) : [];
      for (const again of reasons) {
        const alike = unsettled.filter((batch) => batch.again === again);
        const who = alike.flatMap(({ people }) => people.map((person) => person.id));
        const outcome = await send({ type: 'badges.printed', who, ...(again && { again }) });
        if (!outcome.ok) {
          setBadge((now) => (now?.step === 'ready' ? { ...now, refused: outcome } : now));
          return;
        }
      }
      for (const { address } of unsettled) URL.revokeObjectURL(address);
      setBadge((now) => askedAbout(unsettledIn(now).filter((batch) => !unsettled.includes(batch))));
    },
    [send, badge],
  );

  return { badge, print, settle };
}
