import { useEffect, useState } from 'react';
import { Button, ColorInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../shared/contract';
import type { EventDetails as Details } from '../../../shared/model/event';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { Notice } from '../../parts/Notice';
import { SavedChoice, SavedText } from '../../parts/SavedField';
import { DEFAULT_ACCENT } from '../../theme/accent';
import { useSpeech } from '../../words/useSpeech';
import { NextEvent } from './NextEvent';
import { Pairs } from './Pairs';
import { ReceptionSettings } from './ReceptionSettings';
import { Retention } from './Retention';
import styles from './SetupScreen.module.css';

/** What the coordinator states about the event; each field is saved when it is left. */
export function EventDetails() {
  const { t } = useTranslation('setup');
  const { state, send } = useEventDesk();
  const speech = useSpeech();
  const [refused, setRefused] = useState('');
  const { event } = state;
  const edit = async (fields: Partial<Details>) => {
    const outcome = await send({ type: 'event.edit', fields });
    setRefused(outcome.ok ? '' : speech.refusal(outcome));
    return outcome.ok;
  };
  const text = (field: 'name' | 'date' | 'region' | 'venue' | 'theme') => ({
    label: t(`event.${field}`),
    value: event[field],
    draftOf: `event ${field}`,
    onSave: (value: string) => edit({ [field]: value }),
  });
  return (
    <section className={`card ${styles.event}`} aria-labelledby="event-details">
      <Title order={2} size="h3" id="event-details">
        {t('event.title')}
      </Title>
      <div role="alert">{refused && <Notice tone="bad">{refused}</Notice>}</div>
      <SavedText {...text('name')} required maxLength={300} />
      <div className={styles.two}>
        <SavedText {...text('date')} type="date" required />
        <SavedText {...text('region')} maxLength={200} />
      </div>
      <SavedText {...text('venue')} maxLength={300} />
      <SavedText {...text('theme')} maxLength={500} />
      <SavedText
        label={t('event.organisers')}
        description={t('event.onePerLine')}
        value={event.organisers.join('\n')}
        lines={2}
        onSave={(value) => edit({ organisers: linesOf(value) })}
      />
      <Pairs
        legend={t('event.contacts')}
        first={t('event.contactName')}
        second={t('event.contactDetails')}
        pairs={event.contacts.map(({ name, details }) => [name, details])}
        onSave={(pairs) => edit({ contacts: pairs.map(([name, details]) => ({ name, details })) })}
      />
      <Pairs
        legend={t('event.links')}
        first={t('event.linkLabel')}
        second={t('event.linkUrl')}
        pairs={event.links.map(({ label, url }) => [label, url])}
        onSave={(pairs) => edit({ links: pairs.map(([label, url]) => ({ label, url })) })}
      />
      <NextEvent next={event.next} onSave={edit} />
      <Retention
        days={event.retentionDays}
        onSave={(retentionDays) => void edit({ retentionDays })}
      />
      <Accent value={event.accent} onSave={(accent) => void edit({ accent })} />
      <BadgeChoices
        atCheckIn={event.badgeAtCheckIn}
        layout={event.badgeLayout}
        onSave={(fields) => void edit(fields)}
      />
      <ReceptionSettings asked={event.askAtCheckIn} onSave={edit} />
    </section>
  );
}

/** The event's one colour; saved when it has been chosen, not at every step on the way. */
function Accent({ value, onSave }: { value: string; onSave(accent: string): void }) {
  const { t } = useTranslation('setup');
  const [draft, setDraft] = useState<string>();
  return (
    <div className={styles.accent}>
      <ColorInput
        label={t('event.accent')}
        description={t('event.accentHow')}
        size="sm"
        withEyeDropper={false}
        value={draft ?? (value || DEFAULT_ACCENT)}
        onChange={setDraft}
        onChangeEnd={(colour) => {
          if (/^#[0-9a-f]{6}$/i.test(colour)) onSave(colour);
          setDraft(undefined);
        }}
        swatches={[DEFAULT_ACCENT, '#2f5d3a', '#7a1f4b', '#8a4b12', '#3b3f8f', '#37474f']}
      />
      {value !== '' && (
        <Button size="sm" variant="default" onClick={() => onSave('')}>
          {t('event.accentNone')}
        </Button>
      )}
    </div>
  );
}

type Layouts = AnswerOf<'badges.layouts'>;

interface BadgeProps {
  atCheckIn: Details['badgeAtCheckIn'];
  layout: string;
  onSave(fields: Partial<Pick<Details, 'badgeAtCheckIn' | 'badgeLayout'>>): void;
}

/** When the reception prints badges, and on what. */
function BadgeChoices({ atCheckIn, layout, onSave }: BadgeProps) {
  const { t } = useTranslation('setup');
  const desk = useDesk();
  const speech = useSpeech();
  const [layouts, setLayouts] = useState<Layouts>([]);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let here = true;
    desk.ask('badges.layouts', {}).then(
      (known) => here && setLayouts(known),
      (error: unknown) => here && setFailure(speech.failure(failureOf(error))),
    );
    return () => {
      here = false;
    };
  }, [desk, speech]);
  const moments = ['never', 'ask', 'always'] as const;
  return (
    <>
      <SavedChoice
        label={t('event.badgeAtCheckIn')}
        value={atCheckIn}
        options={moments.map((value) => ({ value, label: t(`event.badge.${value}`) }))}
        onSave={(value) =>
          onSave({ badgeAtCheckIn: moments.find((moment) => moment === value) ?? 'ask' })
        }
      />
      <SavedChoice
        label={t('event.badgeLayout')}
        value={layout}
        options={
          layouts.length === 0
            ? [{ value: layout, label: layout }]
            : layouts.map(({ name, label }) => ({ value: name, label: label[speech.language] }))
        }
        onSave={(badgeLayout) => onSave({ badgeLayout })}
      />
      {failure && <Notice tone="bad">{failure}</Notice>}
    </>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
