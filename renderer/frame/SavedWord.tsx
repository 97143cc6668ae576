import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../desk/EventDesk';
import { Icon } from '../parts/Icon';
import styles from './AppBar.module.css';

/** A small word while all is durable; red and loud when something is not, or the desk is out of reach. */
export function SavedWord() {
  const { t } = useTranslation();
  const { saved, online } = useEventDesk();
  const trouble = !online || saved === 'failed';
  const word = !online ? 'offline' : saved;
  const look = trouble ? styles.failed : saved === 'saving' ? styles.saving : '';
  return (
    <output className={`${styles.saved} ${look}`} data-saved={word}>
      <Icon name={trouble ? 'warn' : 'check'} size={16} />
      {t(`saved.${word}`)}
    </output>
  );
}
