import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogoProblem } from '../../../shared/badges/logo';
import { FilePick } from '../../parts/FilePick';
import styles from './design.module.css';
import words from './words.module.css';
import { pickLogo } from './pickLogo';

interface Props {
  logo: string;
  onLogo(logo: string): void;
}

/** The event's logo: from a file by button or by drop, looked at here, taken away again. */
export function LogoSettings({ logo, onLogo }: Props) {
  const { t } = useTranslation('badges');
  const [problem, setProblem] = useState<LogoProblem>();
  const take = async (file: File) => {
    const picked = await pickLogo(file);
    setProblem('problem' in picked ? picked.problem : undefined);
    if ('url' in picked) onLogo(picked.url);
  };
  return (
    <div className={styles.logo}>
      <p className={words.label}>{t('logo')}</p>
      {logo && (
        <div className={styles.logoNow}>
          <img src={logo} alt={t('logo.now')} />
          <Button size="compact-sm" variant="default" onClick={() => onLogo('')}>
            {t('logo.remove')}
          </Button>
        </div>
      )}
      <FilePick
        label={t(logo ? 'logo.other' : 'logo.pick')}
        hint={t('logo.hint')}
        accept="image/png,image/jpeg,image/svg+xml,.svg"
        onFile={(file) => void take(file)}
      />
      {problem && (
        <p className={words.wrong} role="alert">
          {t(`logo.${problem}`)}
        </p>
      )}
    </div>
  );
}
