import { useCallback, useState } from 'react';
import type { Failure, Outcome } from '../../../shared/contract';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { useSpeech } from '../../words/useSpeech';

type Refused = Extract<Outcome, { ok: false }>;

/** Where the badge of one person is on its way. */
export type BadgeStep =
  | { step: 'making'; person: Participant }
  /** `address` is of the PDF, for as long as this step lasts. */
  | {
      step: 'ready';
      person: Participant;
      address: string;
      warnings: readonly string[];
      refused?: Refused;
    }
  | { step: 'failed'; person: Participant; failure: Failure };

const SHOW = {
  title: true,
  organisation: true,
  role: true,
  sector: true,
  qr: true,
  event: true,
};

/** Makes one badge as a PDF; it counts as printed only when a person says that it came out. */
export function useBadgePrint() {
  const desk = useDesk();
  const { eventId, state, send } = useEventDesk();
  const { language } = useSpeech();
  const [badge, setBadge] = useState<BadgeStep>();
  const layout = state.event.badgeLayout;

  const print = useCallback(
    async (person: Participant) => {
      setBadge({ step: 'making', person });
      try {
        const { pdf, warnings } = await desk.ask('badges.render', {
          event: eventId,
          who: [person.id],
          settings: { layout, show: SHOW, language },
        });
        const document = fromBase64(pdf, 'application/pdf');
        download(document, `${fullName(person).replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`);
        const address = URL.createObjectURL(document);
        setBadge({ step: 'ready', person, address, warnings: warnings.map((one) => one.detail) });
      } catch (error) {
        setBadge({ step: 'failed', person, failure: failureOf(error) });
      }
    },
    [desk, eventId, layout, language],
  );

  /** Whether it came out of the printer. A mark that could not be saved leaves the question standing. */
  const settle = useCallback(
    async (person: Participant, came: boolean) => {
      if (came) {
        const outcome = await send({ type: 'badges.printed', who: [person.id] });
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
