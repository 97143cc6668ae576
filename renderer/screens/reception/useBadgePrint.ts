import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Outcome } from '../../../shared/contract';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import type { ReprintReason } from '../../../shared/print';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { usePrintJobs } from '../../parts/printing';
import { badgeSettingsOf } from './queueBadges';

type Refused = Extract<Outcome, { ok: false }>;

/** Where the badges of those who came in together, or of one, are on their way. */
export type BadgeStep =
  /** Some of them have one already: why is another needed? Null prints nothing. */
  | {
      step: 'again';
      people: readonly Participant[];
      had: readonly Participant[];
      answer(why: ReprintReason | null): void;
    }
  | { step: 'making'; people: readonly Participant[] }
  /** `address` is of the PDF, for as long as this step lasts. */
  | {
      step: 'ready';
      people: readonly Participant[];
      again: ReprintReason | undefined;
      address: string;
      warnings: readonly string[];
      refused?: Refused;
    }
  | { step: 'failed'; people: readonly Participant[]; failure: Failure };

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
      setBadge({ step: 'making', people });
      try {
        const { printers } = await desk.ask('print.settings', {});
        if (printers[layout]) {
          const failure = await sendToPrinter({ who, settings, ...(again && { again }) });
          setBadge(failure ? { step: 'failed', people, failure } : undefined);
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
        setBadge({ step: 'ready', people, again, address, warnings: said });
      } catch (error) {
        setBadge({ step: 'failed', people, failure: failureOf(error) });
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
        setBadge(undefined);
        if (why) void handOut(people, why);
      };
      setBadge({ step: 'again', people, had, answer });
    },
    [waiting, handOut],
  );

  /** Whether they came out of the printer. A mark that could not be saved leaves the question standing. */
  const settle = useCallback(
    async (people: readonly Participant[], came: boolean) => {
      if (came) {
        const again = badge?.step === 'ready' ? badge.again : undefined;
        const outcome = await send({
          type: 'badges.printed',
          who: people.map((person) => person.id),
          ...(again && { again }),
        });
        if (!outcome.ok) {
          setBadge((now) => (now?.step === 'ready' ? { ...now, refused: outcome } : now));
          return;
        }
      }
      if (badge?.step === 'ready') URL.revokeObjectURL(badge.address);
      setBadge(undefined);
    },
    [send, badge],
  );

  return { badge, print, settle };
}
