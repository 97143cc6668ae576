import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Feedback } from '../../../shared/model/feedback';
import { useEventDesk } from '../../desk';
import { KioskDoor } from '../kiosk/KioskDoor';
import styles from './after.module.css';
import { FormMenu } from './feedback/FormMenu';
import { Opinions } from './feedback/Opinions';
import { PaperEntry } from './feedback/PaperEntry';
import feedbackStyles from './feedback/feedback.module.css';

/** How feedback comes in: the kiosk, the paper form and its typing in, and what guests wrote. */
export function FeedbackDesk() {
  const { t } = useTranslation('feedback');
  const { state } = useEventDesk();
  const id = useId();
  // Nothing more is written into an erased event, and the words are gone.
  if (state.event.erasedAt !== null) return null;
  // Ids are ULIDs: their order is that in which the sheets came.
  const sheets = [...state.feedback].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const from = (source: Feedback['source']) =>
    sheets.filter((sheet) => sheet.source === source).length;
  return (
    <section
      className={`card ${styles.section} ${feedbackStyles.desk}`}
      aria-labelledby={id}
      data-testid="feedback-desk"
    >
      <header className={styles.sectionHead}>
        <h2 id={id}>{t('desk.title')}</h2>
        <p className={feedbackStyles.count}>
          <b>{t('desk.sheets', { count: sheets.length })}</b>
          {sheets.length > 0 &&
            ` (${t('desk.byWay', { kiosk: from('kiosk'), paper: from('paper') })})`}
        </p>
      </header>
      <div className={feedbackStyles.ways}>
        <section aria-label={t('door.title')}>
          <h3>{t('door.title')}</h3>
          <KioskDoor />
        </section>
        <section aria-label={t('form.paper')}>
          <h3>{t('form.paper')}</h3>
          <FormMenu />
        </section>
      </div>
      <PaperEntry sheets={sheets.filter(({ source }) => source === 'paper')} />
      <Opinions sheets={sheets} />
    </section>
  );
}
