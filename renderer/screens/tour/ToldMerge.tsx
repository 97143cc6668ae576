import { useTranslation } from 'react-i18next';
import type { MergeTold } from '../../../shared/tour/told';
import { useSpeech } from '../../words/useSpeech';
import styles from './tour.module.css';

/** How two histories of one event went together: what stands, and what a person should look at. */
export function ToldMerge({ told }: { told: MergeTold }) {
  const { t, i18n } = useTranslation('tour');
  const speech = useSpeech();
  const { overruled, contested, doubles, panels } = told;
  const fieldName = (field: string) =>
    i18n.exists(`terms:field.${field}`) ? t(`terms:field.${field}`) : field;
  return (
    <div className={styles.told}>
      <p>
        {t('told.counts', {
          common: speech.number(told.common),
          here: speech.number(told.here),
          there: speech.number(told.there),
        })}
      </p>
      <Listed
        says={t('told.overruled', { count: overruled.length })}
        lines={overruled.map(({ kind, at, desk, about }) =>
          [speech.clock(at), desk, about || kind].join(' · '),
        )}
      />
      <Listed
        says={t('told.contested', { count: contested.length })}
        lines={contested.map(({ name, field, here, there, kept }) =>
          t('told.contest', {
            name,
            field: fieldName(field),
            stands: kept === 'here' ? here : there,
            other: kept === 'here' ? there : here,
          }),
        )}
      />
      <Listed
        says={t('told.doubles', { count: doubles.length })}
        lines={doubles.map(({ name, organisation }) =>
          [name, organisation].filter(Boolean).join(', '),
        )}
      />
      {panels.length > 0 && <p>{t('told.panels', { titles: panels.join(', ') })}</p>}
      {told.more && <p>{t('told.more')}</p>}
    </div>
  );
}

function Listed({ says, lines }: { says: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{says}</p>
      <ul>
        {lines.map((line, at) => (
          <li key={`${at} ${line}`}>{line}</li>
        ))}
      </ul>
    </>
  );
}
