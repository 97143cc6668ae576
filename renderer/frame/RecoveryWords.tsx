import { useTranslation } from 'react-i18next';
import type { Notice } from '../../shared/contract';
import { useSpeech } from '../words/useSpeech';

/** What was mended, for whoever is at the desk; where the damaged files are kept only for whoever asks. */
export function RecoveryWords({ told }: { told: Notice }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const [first, ...rest] = told.says.filter(({ code }) => code !== 'recovered.kept');
  const kept = told.says.filter(({ code }) => code === 'recovered.kept');
  return (
    <>
      {first && <b>{speech.failure(first)}</b>} {rest.map(speech.failure).join(' ')}
      {kept.length > 0 && (
        <details>
          <summary>{t('recovered.files')}</summary>
          {kept.map(speech.failure).join(' ')}
        </details>
      )}
    </>
  );
}
