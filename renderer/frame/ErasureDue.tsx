import { useTranslation } from 'react-i18next';
import { erasureDue } from '../../shared/model/retention';
import { dateOf } from '../../shared/programme/instant';
import { useEventDesk } from '../desk/EventDesk';
import { useRole } from '../desk/useRole';
import { Notice } from '../parts/Notice';
import { writeRoute } from '../route';
import { useSpeech } from '../words/useSpeech';

/** Over every screen of an event whose personal data are due to be erased; at the desk alone. */
export function ErasureDue() {
  const { t } = useTranslation('erase');
  const { eventId, state, now } = useEventDesk();
  const { event, participants } = state;
  const speech = useSpeech(event.timeZone);
  const role = useRole();
  const since = erasureDue(event, dateOf(now(), event.timeZone));
  if (since === null || role !== 'desk') return null;
  return (
    <Notice
      tone="warn"
      small
      actions={
        <a href={`${writeRoute({ at: 'event', event: eventId, screen: 'export' })}/erase`}>
          {t('due.go')}
        </a>
      }
    >
      {t('due.here', { day: speech.day(since), count: participants.size })}
    </Notice>
  );
}
