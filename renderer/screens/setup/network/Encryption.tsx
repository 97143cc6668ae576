import { useTranslation } from 'react-i18next';
import { Notice } from '../../../parts/Notice';
import type { Network } from './useNetwork';
import styles from './Network.module.css';

const BROWSERS = ['chrome', 'safari', 'firefox'] as const;

interface Props {
  certificate: NonNullable<Network['certificate']>;
}

/** Why a device warns of this machine's certificate, how it is let pass, and by what it is told from another. */
export function Encryption({ certificate: { fingerprint, renewed } }: Props) {
  const { t } = useTranslation('network');
  return (
    <>
      <output>{renewed && <Notice tone="warn">{t(`renewed.${renewed}`)}</Notice>}</output>
      <details className={styles.warning}>
        <summary>{t('warning.title')}</summary>
        <p>{t('warning.why')}</p>
        <ul>
          {BROWSERS.map((browser) => (
            <li key={browser}>{t(`warning.${browser}`)}</li>
          ))}
        </ul>
        <p>{t('warning.compare')}</p>
        <p>
          {t('fingerprint')} <code className={styles.address}>{fingerprint}</code>
        </p>
      </details>
    </>
  );
}
