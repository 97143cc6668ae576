import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../desk/EventDesk';
import { Icon } from '../parts/Icon';
import { writeRoute } from '../route';
import styles from './Trouble.module.css';

/** In place of what needs people: they have been erased, and the figures are elsewhere. */
export function Erased() {
  const { t } = useTranslation('erase');
  const { eventId } = useEventDesk();
  return (
    <section className={styles.nobody}>
      <Icon name="note" size={40} />
      <h1>{t('here.title')}</h1>
      <p>{t('here.text')}</p>
      <a href={writeRoute({ at: 'event', event: eventId, screen: 'export' })}>
        {t('here.figures')}
      </a>
    </section>
  );
}
