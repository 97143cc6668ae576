import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../desk/EventDesk';
import { Icon } from '../parts/Icon';
import { useSpeech } from '../words/useSpeech';
import styles from './Trouble.module.css';

/** Why something is not saved and what to do, over whatever screen is open; nothing while all is well. */
export function Trouble() {
  const { t } = useTranslation();
  const { online, saved, failure } = useEventDesk();
  const speech = useSpeech();
  const said = !online
    ? t('trouble.offline')
    : saved === 'failed' && failure
      ? speech.failure(failure)
      : '';
  return (
    <div role="alert">
      {said && (
        <p className={styles.trouble}>
          <Icon name="warn" />
          <span>{said}</span>
        </p>
      )}
    </div>
  );
}
