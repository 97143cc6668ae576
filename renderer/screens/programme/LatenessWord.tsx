import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';
import { latenessOf, lengthText } from './lateness';
import styles from './lateness.module.css';

/** "4 min late", "on time", "2 min early": the word says it, the colour only helps. */
export function LatenessWord({ ms, large = false }: { ms: Duration; large?: boolean }) {
  const { t } = useTranslation('programme');
  const { is, minutes } = latenessOf(ms);
  return (
    <span className={large ? styles.lateLarge : styles.late} data-is={is}>
      {t(`lateness.${is}`, { length: lengthText(minutes * MINUTE) })}
    </span>
  );
}
