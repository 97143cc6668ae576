import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../shared/exports/formats';
import { PERSONAL_DATA } from '../../../shared/exports/formats';
import { useEventDesk } from '../../desk/EventDesk';
import { Icon } from '../../parts/Icon';
import { writeRoute } from '../../route';
import type { ExportDocument } from './documents';
import styles from './ExportScreen.module.css';

interface Props {
  document: ExportDocument;
  /** The one that most people come for: the keyboard is on it. */
  first: boolean;
  busy: ExportFormat | undefined;
  onMake(format: ExportFormat): void;
}

/** One document: what it is, for whom, whose data it holds, and its files to download. */
export function DocumentCard({ document, first, busy, onMake }: Props) {
  const { t } = useTranslation('export');
  const { eventId, state } = useEventDesk();
  const { key, icon, files, people, isEmpty } = document;
  const empty = isEmpty?.(state) ?? false;
  const [main] = files;
  const personal = main ? PERSONAL_DATA[main.format] : 'none';
  const title = t(`${key}.title`);
  /** What is seen on the button is part of what is read aloud. */
  const nameOf = (label: string) =>
    `${t('download')}: ${title}${title.includes(label) ? '' : ` (${label})`}`;
  return (
    <li className={`card ${styles.document}`} data-export={key}>
      <Icon name={icon} size={30} />
      <div className={styles.words}>
        <h3>{title}</h3>
        <p>{t(`${key}.text`)}</p>
        <dl className={styles.about}>
          <div>
            <dt>{t('for')}</dt>
            <dd>{t(`${key}.for`)}</dd>
          </div>
          <div data-personal={personal}>
            <dt>
              <Icon
                name={personal === 'none' || personal === 'public' ? 'check' : 'warn'}
                size={16}
              />
              {t('holds')}
            </dt>
            <dd>{people ? t(`${key}.holds`, { count: people(state) }) : t(`${key}.holds`)}</dd>
          </div>
        </dl>
        {empty && (
          <p className={styles.none} id={`none-${key}`}>
            {t(`${key}.none`)}{' '}
            {key === 'next' && (
              <a href={writeRoute({ at: 'event', event: eventId, screen: 'setup' })}>
                {t('next.setup')}
              </a>
            )}
          </p>
        )}
      </div>
      <div className={styles.files}>
        {files.map(({ format, label }, at) => (
          <Button
            key={format}
            size="md"
            variant={first && at === 0 ? 'filled' : 'default'}
            loading={busy === format}
            disabled={empty}
            aria-describedby={empty ? `none-${key}` : undefined}
            autoFocus={first && at === 0}
            aria-label={nameOf(label)}
            onClick={() => onMake(format)}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}
