import { useTranslation } from 'react-i18next';
import type { StageView } from '../../../shared/stage/view';
import { FitLine } from './FitLine';
import styles from './message.module.css';

/** What the moderator asks those on and behind the stage to do; an urgent one has a sign and a word of its own. */
export function Message({ message }: Pick<StageView, 'message'>) {
  const { t } = useTranslation('stage');
  if (!message) return null;
  return (
    <div
      className={styles.message}
      data-urgent={message.urgent}
      data-long={message.text.length > 60}
      role="alert"
    >
      {message.urgent && (
        <span className={styles.urgent} data-text>
          <span aria-hidden="true">!!</span> {t('urgent')}
        </span>
      )}
      <FitLine text={message.text} className={styles.messageText} far={message.text.length <= 60} />
    </div>
  );
}
