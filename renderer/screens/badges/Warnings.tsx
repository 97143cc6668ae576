import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { SavedText } from '../../parts/SavedField';
import { useSend } from '../../parts/useSend';
import styles from './preview.module.css';
import words from './words.module.css';
import type { Preview } from './usePreview';

const KINDS = [
  'too-long',
  'cut-short',
  'missing-glyph',
  'no-name',
  'no-code',
  'bad-logo',
  'off-page',
];
/** So many are listed; who has more should change the layout. */
const LISTED = 60;

type Warning = Preview['warnings'][number];

/** Badges to look at before they are handed out, by name, each with a way to the person. */
export function Warnings({ warnings }: { warnings: Preview['warnings'] }) {
  const { t } = useTranslation('badges');
  const { state } = useEventDesk();
  const [mending, setMending] = useState('');
  if (warnings.length === 0) return null;
  const personOf = ({ code }: Warning) => {
    const id = code ? state.codes.get(code) : undefined;
    return id === undefined ? undefined : state.participants.get(id);
  };
  return (
    <details className={styles.warnings} open={warnings.length <= 4}>
      <summary>
        <Icon name="warn" size={18} /> {t('warnings', { count: warnings.length })}
      </summary>
      <ul>
        {warnings.slice(0, LISTED).map((warning, at) => {
          const person = personOf(warning);
          return (
            <li key={`${warning.code} ${warning.kind} ${at}`}>
              {person ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-expanded={mending === `${person.id} ${at}`}
                  onClick={() =>
                    setMending(mending === `${person.id} ${at}` ? '' : `${person.id} ${at}`)
                  }
                >
                  {warning.name}
                </Button>
              ) : (
                <b>{warning.name}</b>
              )}{' '}
              {saidOf(warning, t)}
              {person && mending === `${person.id} ${at}` && <Mend person={person} />}
            </li>
          );
        })}
      </ul>
      {warnings.length > LISTED && (
        <p className={words.quiet}>{t('warnings.more', { count: warnings.length - LISTED })}</p>
      )}
    </details>
  );
}

function saidOf(
  { kind, detail }: Warning,
  t: (key: string, values?: Record<string, string>) => string,
): string {
  if (kind === 'no-name' && detail === '') return t('warning.nothing');
  return KINDS.includes(kind) ? t(`warning.${kind}`, { detail }) : detail;
}

const FIELDS = ['firstName', 'lastName', 'title', 'organisation'] as const;

/** What stands on the badge, to be shortened or spelt anew on the spot. */
function Mend({ person }: { person: Participant }) {
  const { t } = useTranslation('badges');
  const send = useSend();
  return (
    <div className={styles.mend}>
      {FIELDS.map((field) => (
        <SavedText
          key={field}
          label={t(`element.${field}`)}
          value={person[field]}
          maxLength={200}
          onSave={(value) =>
            send({ type: 'participant.edit', who: person.id, fields: { [field]: value } })
          }
        />
      ))}
    </div>
  );
}
