import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../shared/model/units';
import { useSpeech } from '../../../words/useSpeech';
import { whenOf } from './when';

/** Says when something was: `today 9.14`, `yesterday 16.02`, or the day and the time. */
export function useWhen(timeZone: string): (at: Instant, now: Instant) => string {
  const { t } = useTranslation('backups');
  const speech = useSpeech(timeZone);
  return (at, now) => {
    const when = whenOf(at, now, timeZone);
    const time = speech.clock(at);
    return when.word === 'day'
      ? t('when.day', { day: speech.day(when.day), time })
      : t(`when.${when.word}`, { time });
  };
}
