import { useEffect } from 'react';
import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk/EventDesk';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { useScanner } from '../../scanner/useScanner';
import { useSpeech } from '../../words/useSpeech';
import { sentenceOf, signOf, toneOf } from './answerWords';
import { badgesDue } from './badgesDue';
import { useReception } from './useReception';
import type { Answer } from './useReception';
import styles from './ScanElsewhere.module.css';

/** How long an answer stays over the screen that is looked at, ms. */
const STAYS = 15_000;

/**
 * Somebody scans a badge while another screen than the reception is open: they are checked in all the same, the
 * screen does nothing with the keys, and the answer stands over it for a while.
 */
export function ScanElsewhere() {
  const { state } = useEventDesk();
  const { answer, earlier, dismiss, scan } = useReception();
  useScanner(
    (code) => state.codes.has(code),
    async (code, at) => {
      const { outcome } = await scan(code, at);
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
        <Said key={one.turn} answer={one} isLast={one === answer} onClose={dismiss} />
      ))}
    </div>
  );
}

interface SaidProps {
  answer: Answer;
  isLast: boolean;
  onClose(): void;
}

function Said({ answer, isLast, onClose }: SaidProps) {
  const { t } = useTranslation(['reception', 'common']);
  const { eventId, state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const person = state.participants.get(answer.person);
  const awaitsBadge =
    state.event.badgeAtCheckIn !== 'never' && badgesDue(answer.outcome).length > 0;
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
      {isLast && awaitsBadge && <div className={styles.badge}>{t('elsewhere.badge')}</div>}
    </Notice>
  );
}
