import { useTranslation } from 'react-i18next';
import type { StageView } from '../../../shared/stage/view';
import { useSpeech } from '../../words/useSpeech';
import { Digits, FitLine } from './FitLine';
import styles from './clock.module.css';

/** The time of day by the desk's clock, for a foyer or a control room. */
export function ClockView({ view, now }: { view: StageView; now: number }) {
  const { t } = useTranslation('stage');
  const { clock } = useSpeech(view.event.timeZone);
  return (
    <div className={styles.clockView}>
      <Digits text={clock(now, true)} label={t('title.clock')} />
      <FitLine text={view.event.name} className={styles.clockName} />
    </div>
  );
}
