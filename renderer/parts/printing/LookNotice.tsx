import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../Notice';
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
        {look.warnings.map(({ code, name, kind, detail }) => (
          <div key={`${code} ${kind} ${detail}`}>
            {t('look', { name })}{' '}
            {t(
              kind === 'no-name' && detail === ''
                ? 'badges:warning.nothing'
                : `badges:warning.${kind}`,
              { detail },
            )}
          </div>
        ))}
      </div>
    </Notice>
  );
}
