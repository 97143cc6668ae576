import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/contract';
import { Icon } from '../../parts/Icon';
import { showIn } from '../../words/i18n';
import { LANGUAGES } from '../../words/languages';
import type { Language } from '../../words/languages';
import { useSpeech } from '../../words/useSpeech';
import { useKiosk } from './KioskEvent';
import styles from './Kiosk.module.css';

/** Each in its own language. */
const NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

interface Props {
  waiting: number;
  refused: Extract<Outcome, { ok: false }> | undefined;
  onLeave(): void;
}

/** The event, the languages, and the corner for those who work here. */
export function KioskBar({ waiting, refused, onLeave }: Props) {
  const { t, i18n } = useTranslation('feedback');
  const { name, online, way } = useKiosk();
  const speech = useSpeech();
  return (
    <header className={styles.bar}>
      <p className={styles.event}>{name}</p>
      <fieldset aria-label={t('kiosk.language')} className={styles.languages}>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={i18n.language === language}
            onClick={() => void showIn(language)}
          >
            {NAMES[language]}
          </button>
        ))}
      </fieldset>
      {way !== 'none' && (
        <button
          type="button"
          className={styles.corner}
          aria-label={t('kiosk.staff')}
          onClick={onLeave}
        >
          <Icon name="lock" size={22} />
        </button>
      )}
      <output className={styles.waiting}>
        {waiting > 0 && !online && t('kiosk.waiting', { count: waiting })}
        {refused && t('kiosk.refused', { why: speech.refusal(refused) })}
      </output>
    </header>
  );
}
