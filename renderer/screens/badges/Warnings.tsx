import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import styles from './badges.module.css';
import type { Preview } from './usePreview';

const KINDS = ['too-long', 'cut-short', 'missing-glyph', 'no-name', 'no-code'];

/** Badges to look at before they are handed out, by name. */
export function Warnings({ warnings }: { warnings: Preview['warnings'] }) {
  const { t } = useTranslation('badges');
  if (warnings.length === 0) return null;
  return (
    <details className={styles.warnings} open={warnings.length <= 4}>
      <summary>
        <Icon name="warn" size={18} /> {t('warnings', { count: warnings.length })}
      </summary>
      <ul>
        {warnings.map(({ code, name, kind, detail }, at) => (
          <li key={`${code} ${kind} ${at}`}>
            <b>{name}</b> –{' '}
            {kind === 'no-name' && detail === ''
              ? t('warning.nothing')
              : KINDS.includes(kind)
                ? t(`warning.${kind}`, { detail })
                : detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
