import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import styles from './form.module.css';

type Speaker = { name: string; title: string };

interface Props {
  speakers: readonly Speaker[];
  onChange(speakers: Speaker[]): void;
}

/** Who speaks in a session that is no panel. */
export function SpeakerFields({ speakers, onChange }: Props) {
  const { t } = useTranslation('programme');
  const set = (at: number, part: Partial<Speaker>) =>
    onChange(speakers.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('speakers')}</legend>
      {speakers.map((speaker, at) => (
        <div className={styles.person} key={at}>
          <TextInput
            aria-label={t('speakerName', { number: at + 1 })}
            placeholder={t('field.name')}
            value={speaker.name}
            onChange={(input) => set(at, { name: input.currentTarget.value })}
            maxLength={300}
          />
          <TextInput
            aria-label={t('speakerTitle', { number: at + 1 })}
            placeholder={t('field.jobTitle')}
            value={speaker.title}
            onChange={(input) => set(at, { title: input.currentTarget.value })}
            maxLength={300}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('removeNamed', { name: speaker.name })}
            onClick={() => onChange(speakers.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={18} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="xs"
        onClick={() => onChange([...speakers, { name: '', title: '' }])}
      >
        {t('addSpeaker')}
      </Button>
    </fieldset>
  );
}
