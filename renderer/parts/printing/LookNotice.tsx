import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../Notice';
import styles from './printing.module.css';
import type { Look } from './toLookAt';

interface Props {
  look: Look;
  onSeen(): void;
}

/** What is missing on a badge that is about to be handed out, by name. */
export function LookNotice({ look, onSeen }: Props) {
  const { t } = useTranslation(['printing', 'badges']);
  return (
    <Notice
      tone="warn"
      actions={
        <Button size="sm" variant="default" onClick={onSeen}>
          {t('look.seen')}
        </Button>
      }
    >
      <div role="alert">
        {byPerson(look).map(([code, warnings]) => (
          <div key={code}>
            {t('look', { name: warnings[0]?.name })}
            <ul className={styles.looks}>
              {warnings.map(({ kind, detail }) => (
                <li key={`${kind} ${detail}`}>
                  {t(
                    kind === 'no-name' && detail === ''
                      ? 'badges:warning.nothing'
                      : `badges:warning.${kind}`,
                    { detail },
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Notice>
  );
}

/** What is to be said of each, by code. */
function byPerson({ warnings }: Look): Array<[string, Look['warnings']]> {
  const found = new Map<string, Look['warnings']>();
  for (const one of warnings) found.set(one.code, [...(found.get(one.code) ?? []), one]);
  return [...found];
}
