import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
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

/** Where the badges of those who came in together, or of one, are on their way. */
export type BadgeStep =
  | { step: 'making'; people: readonly Participant[] }
  /** `address` is of the PDF, for as long as this step lasts. */
  | {
      step: 'ready';
      people: readonly Participant[];
      address: string;
      warnings: readonly string[];
      refused?: Refused;
    }
  | { step: 'failed'; people: readonly Participant[]; failure: Failure };

const SHOW = {
  title: true,
  organisation: true,
  role: true,
  sector: true,
  qr: true,
  event: true,
};

/** Makes badges as one PDF; they count as printed only when a person says that they came out. */
export function useBadgePrint() {
  const desk = useDesk();
  const { eventId, state, send } = useEventDesk();
  const { language } = useSpeech();
  const { t } = useTranslation('reception');
  const [badge, setBadge] = useState<BadgeStep>();
  const layout = state.event.badgeLayout;

  const print = useCallback(
    async (people: readonly Participant[]) => {
      const [first] = people;
      if (!first) return;
      setBadge({ step: 'making', people });
      try {
        const { pdf, warnings } = await desk.ask('badges.render', {
          event: eventId,
          who: people.map((person) => person.id),
          settings: { layout, show: SHOW, language },
        });
        const document = fromBase64(pdf, 'application/pdf');
        const name =
          people.length === 1 ? fullName(first) : t('badge.print', { count: people.length });
        download(document, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`);
        const address = URL.createObjectURL(document);
        setBadge({ step: 'ready', people, address, warnings: warnings.map((one) => one.detail) });
      } catch (error) {
        setBadge({ step: 'failed', people, failure: failureOf(error) });
      }
    },
    [desk, eventId, layout, language, t],
  );

  /** Whether they came out of the printer. A mark that could not be saved leaves the question standing. */
  const settle = useCallback(
    async (people: readonly Participant[], came: boolean) => {
      if (came) {
        const outcome = await send({
          type: 'badges.printed',
          who: people.map((person) => person.id),
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
