import { useEffect, useState } from 'react';
import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import type { Failure } from '../../../shared/contract';
import { fullName } from '../../../shared/model/participant';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { useScanner } from '../../scanner/useScanner';
import { useSpeech } from '../../words/useSpeech';
import { sentenceOf, signOf, toneOf } from './answerWords';
import { badgesDue } from './badgesDue';
import { queueBadges } from './queueBadges';
import { useReception } from './useReception';
import type { Answer } from './useReception';
import styles from './ScanElsewhere.module.css';

/** Where the badge of who was scanned is: with the desk's printer, still to be made at the reception, or refused. */
type Badge = 'queued' | 'reception' | Failure;

/** How long an answer stays over the screen that is looked at, ms. */
const STAYS = 15_000;

/**
 * Somebody scans a badge while another screen than the reception is open: they are checked in all the same, the
 * screen does nothing with the keys, and the answer stands over it for a while.
 */
export function ScanElsewhere() {
  const desk = useDesk();
  const { state } = useEventDesk();
  const { event } = state;
  const { answer, earlier, dismiss, scan } = useReception();
  /** By the turns of the answers. */
  const [badges, setBadges] = useState<ReadonlyMap<number, Badge>>(new Map());
  const handOut = async ({ outcome, turn }: Answer): Promise<void> => {
    const who = badgesDue(outcome);
    if (who.length === 0 || event.badgeAtCheckIn === 'never') return;
    const put = (badge: Badge) => setBadges((others) => new Map(others).set(turn, badge));
    if (event.badgeAtCheckIn === 'ask') return put('reception');
    try {
      put((await queueBadges(desk, event, who, ulid())) ? 'queued' : 'reception');
    } catch (error) {
      put(failureOf(error));
    }
  };
  useScanner(
    (code) => state.codes.has(code),
    async (code, at) => {
      const said = await scan(code, at);
      void handOut(said);
      const { outcome } = said;
      return outcome.ok || outcome.status !== undefined;
    },
  );
  useEffect(() => {
    if (!answer) return undefined;
    const later = setTimeout(dismiss, STAYS);
    return () => clearTimeout(later);
  }, [answer, dismiss]);
  return (
    <div className={styles.over} role="alert" aria-atomic="false" data-testid="scanned">
      {[...earlier, ...(answer ? [answer] : [])].map((one) => (
        <Said
          key={one.turn}
          answer={one}
          badge={badges.get(one.turn)}
          isLast={one === answer}
          onClose={dismiss}
        />
      ))}
    </div>
  );
}

interface SaidProps {
  answer: Answer;
  badge: Badge | undefined;
  isLast: boolean;
  onClose(): void;
}

function Said({ answer, badge, isLast, onClose }: SaidProps) {
  const { t } = useTranslation(['reception', 'common']);
  const { eventId, state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const person = state.participants.get(answer.person);
  const badgeWords =
    badge === undefined
      ? ''
      : badge === 'queued'
        ? t('elsewhere.badgeQueued')
        : badge === 'reception'
          ? t('elsewhere.badge')
          : speech.failure(badge);
  return (
    <Notice
      tone={toneOf(answer)}
      sign={signOf(answer)}
      small={!isLast}
      actions={
        isLast && (
          <>
            <Button
              component="a"
              size="sm"
              variant="default"
              href={writeRoute({ at: 'event', event: eventId, screen: 'reception' })}
              leftSection={<Icon name="reception" />}
            >
              {t('elsewhere.toReception')}
            </Button>
            <CloseButton size="lg" aria-label={t('common:close')} onClick={onClose} />
          </>
        )
      }
    >
      {sentenceOf(answer, person ? fullName(person) : '', t, speech)}
      {isLast && badgeWords && <div className={styles.badge}>{badgeWords}</div>}
    </Notice>
  );
}
