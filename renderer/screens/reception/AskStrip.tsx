import { useId, useState } from 'react';
import type { Ref } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Askable } from '../../../shared/model/event';
import { SECTORS } from '../../../shared/model/participant';
import type { Details, Participant } from '../../../shared/model/participant';
import { SectorMark } from '../../parts/SectorMark';
import styles from './AskStrip.module.css';

interface Props {
  ref: Ref<HTMLFieldSetElement>;
  person: Participant;
  /** What is still to be asked; the first of it is asked now. */
  missing: readonly Askable[];
  /** Answers whether it was saved; what was typed stays while it was not. */
  onAnswer(fields: Partial<Omit<Details, 'externalId'>>): Promise<boolean>;
  onSkip(field: Askable): void;
}

/** One question at a time to who has just come; it can be passed over and stops nobody. */
export function AskStrip({ ref, person, missing, onAnswer, onSkip }: Props) {
  const { t } = useTranslation(['reception', 'terms']);
  const title = useId();
  const [field] = missing;
  if (!field) return null;
  return (
    <fieldset ref={ref} className={styles.ask} aria-labelledby={title}>
      <span id={title} className={styles.question}>
        <kbd className="key">F9</kbd> {t(`ask.${field}`)}
      </span>
      <Choices key={`${person.id} ${field}`} field={field} onAnswer={onAnswer} />
      <Button size="sm" variant="subtle" onClick={() => onSkip(field)}>
        {t('ask.skip')}
      </Button>
    </fieldset>
  );
}

function Choices({ field, onAnswer }: { field: Askable; onAnswer: Props['onAnswer'] }) {
  const { t } = useTranslation(['reception', 'terms']);
  if (field === 'sector') {
    return SECTORS.map((sector) => (
      <Button
        key={sector}
        size="sm"
        variant="default"
        leftSection={<SectorMark sector={sector} />}
        onClick={() => void onAnswer({ sector })}
      >
        <span aria-hidden="true">{t(`terms:sector.${sector}`)}</span>
      </Button>
    ));
  }
  if (field === 'consentContact' || field === 'consentPhoto') {
    return ([true, false] as const).map((yes) => (
      <Button
        key={String(yes)}
        size="sm"
        variant="default"
        onClick={() => void onAnswer({ [field]: yes })}
      >
        {t(yes ? 'terms:yes' : 'terms:no')}
      </Button>
    ));
  }
  return <TextAnswer field={field} onAnswer={onAnswer} />;
}

interface TextProps {
  field: 'organisation' | 'email' | 'phone' | 'diet';
  onAnswer: Props['onAnswer'];
}

function TextAnswer({ field, onAnswer }: TextProps) {
  const { t } = useTranslation(['reception', 'terms']);
  const [typed, setTyped] = useState('');
  return (
    <form
      className={styles.text}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (typed.trim()) void onAnswer({ [field]: typed.trim() });
      }}
    >
      <input
        className={styles.input}
        aria-label={t(`terms:field.${field}`)}
        inputMode={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
        autoComplete="off"
        maxLength={300}
        value={typed}
        onChange={(change) => setTyped(change.currentTarget.value)}
      />
      <Button type="submit" size="sm" variant="default">
        {t('ask.save')}
      </Button>
    </form>
  );
}
