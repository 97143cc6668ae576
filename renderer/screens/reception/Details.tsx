import { useMemo } from 'react';
import { Button, Checkbox, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { flagged, flagOf } from '../../../shared/model/flag';
import { allCodes, fullName, ROLES, SECTORS } from '../../../shared/model/participant';
import type { Details as Fields, Participant } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk/EventDesk';
import { Icon } from '../../parts/Icon';
import { SavedChoice, SavedText } from '../../parts/SavedField';
import { useSpeech } from '../../words/useSpeech';
import { samePeople } from './alike';
import type { Directory } from './directory';
import type { Reception } from './useReception';
import styles from './Details.module.css';

interface Props {
  person: Participant;
  directory: Directory;
  reception: Reception;
  onCheckIn(): void;
  onPrint(): void;
  onGroup(): void;
  onClose(): void;
}

/** Everything known of one person, changed where it stands; every field is saved when it is left. */
export function Details({
  person,
  directory,
  reception,
  onCheckIn,
  onPrint,
  onGroup,
  onClose,
}: Props) {
  const { t } = useTranslation(['reception', 'terms', 'common']);
  const { state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const edit = async (fields: Partial<Omit<Fields, 'externalId'>>) => {
    const command = { type: 'participant.edit', who: person.id, fields } as const;
    return (await reception.act('edit', command, person.id)).outcome.ok;
  };
  const flag = flagOf(person.notes);
  const yes = (value: boolean | null) =>
    t(value === null ? 'terms:notAsked' : value ? 'terms:yes' : 'terms:no');
  const facts: Array<[string, string]> = [
    ['checkedInAt', came(person, speech.clock)],
    ['code', allCodes(person).join(', ')],
    ['source', t(`terms:source.${person.source}`)],
    ['badgesPrinted', String(person.prints.length)],
    ['consentContact', yes(person.consentContact)],
    ['consentPhoto', yes(person.consentPhoto)],
    ['orgSize', person.orgSize],
    ['offers', person.offers.join('; ')],
    ['needs', person.needs.join('; ')],
    ['externalId', person.externalId],
  ];
  const draftOf = (field: string) => `${person.id} ${field}`;
  return (
    <section className={`card ${styles.details}`} aria-labelledby="details">
      <header className={styles.head}>
        <h2 id="details">{fullName(person)}</h2>
        <CloseButton size="lg" aria-label={t('common:close')} onClick={onClose} />
      </header>
      <Deeds
        person={person}
        reception={reception}
        onCheckIn={onCheckIn}
        onPrint={onPrint}
        onGroup={onGroup}
      />
      <div className={styles.fields}>
        <div className={styles.two}>
          <SavedText
            label={t('terms:field.firstName')}
            draftOf={draftOf('firstName')}
            value={person.firstName}
            onSave={(firstName) => edit({ firstName })}
          />
          <SavedText
            label={t('terms:field.lastName')}
            draftOf={draftOf('lastName')}
            value={person.lastName}
            onSave={(lastName) => edit({ lastName })}
          />
        </div>
        <SavedText
          label={t('terms:field.organisation')}
          draftOf={draftOf('organisation')}
          value={person.organisation}
          onSave={(organisation) => edit({ organisation })}
        />
        <SavedText
          label={t('terms:field.title')}
          draftOf={draftOf('title')}
          value={person.title}
          onSave={(title) => edit({ title })}
        />
        <div className={styles.two}>
          <SavedChoice
            label={t('terms:field.sector')}
            value={person.sector}
            options={['', ...SECTORS].map((value) => ({
              value,
              label: t(`terms:sector.${value || 'unknown'}`),
            }))}
            onSave={(value) => void edit({ sector: SECTORS.find((one) => one === value) ?? '' })}
          />
          <SavedChoice
            label={t('terms:field.role')}
            value={person.role}
            options={[
              ...ROLES.map((value) => ({ value: String(value), label: t(`terms:role.${value}`) })),
              ...(ROLES.some((one) => one === person.role)
                ? []
                : [{ value: person.role, label: person.role }]),
            ]}
            onSave={(role) => void edit({ role })}
          />
        </div>
        <SavedText
          label={t('terms:field.email')}
          draftOf={draftOf('email')}
          value={person.email}
          onSave={(email) => edit({ email })}
        />
        <SavedText
          label={t('terms:field.phone')}
          draftOf={draftOf('phone')}
          value={person.phone}
          onSave={(phone) => edit({ phone })}
        />
        <SavedText
          label={t('terms:field.diet')}
          draftOf={draftOf('diet')}
          value={person.diet}
          onSave={(diet) => edit({ diet })}
        />
        <SavedText
          label={t('terms:field.notes')}
          draftOf={draftOf('notes')}
          value={person.notes}
          lines={2}
          onSave={(notes) => edit({ notes })}
        />
        <Checkbox
          label={t('flag.loud')}
          checked={flag.loud}
          disabled={flag.text.trim() === ''}
          onChange={(change) =>
            void edit({ notes: flagged(person.notes, change.currentTarget.checked) })
          }
        />
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([field, value]) => (
            <div key={field}>
              <dt>{t(`terms:field.${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {Object.entries(person.answers).map(([question, answer]) => (
          <div key={question} className={styles.wide}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <Twice person={person} directory={directory} reception={reception} />
    </section>
  );
}

/** Others who may be the same person, each of whose records can be joined to this one. */
function Twice({
  person,
  directory,
  reception,
}: Pick<Props, 'person' | 'directory' | 'reception'>) {
  const { t } = useTranslation(['reception', 'terms']);
  const { state } = useEventDesk();
  const { participants } = state;
  const same = useMemo(
    () => samePeople(person, directory.follow(participants).near(person)),
    [person, directory, participants],
  );
  return (
    <section className={styles.twice} aria-labelledby="twice">
      <h3 id="twice">{t('merge.title')}</h3>
      {same.length === 0 && <p>{t('merge.how')}</p>}
      {same.map((other) => (
        <Button
          key={other.id}
          size="sm"
          variant="default"
          onClick={() =>
            void reception.act(
              'merge',
              { type: 'participant.merge', who: person.id, other: other.id },
              person.id,
            )
          }
        >
          {t('merge.with', {
            name: [fullName(other), other.organisation, t(`terms:status.${other.status}`)]
              .filter(Boolean)
              .join(' · '),
          })}
        </Button>
      ))}
    </section>
  );
}

function came(person: Participant, clock: (at: number) => string): string {
  return person.checkedInAt === null
    ? ''
    : [clock(person.checkedInAt), person.checkedInDesk].filter(Boolean).join(', ');
}

type DeedsProps = Omit<Props, 'onClose' | 'directory'>;

/** What can be done with the person as they stand now. */
function Deeds({ person, reception, onCheckIn, onPrint, onGroup }: DeedsProps) {
  const { t } = useTranslation('reception');
  const { id: who, status } = person;
  return (
    <div className={styles.deeds}>
      {status === 'expected' && (
        <Button leftSection={<Icon name="check" />} onClick={onCheckIn}>
          {t('deed.checkIn')}
        </Button>
      )}
      {status === 'present' && (
        <Button
          variant="default"
          leftSection={<Icon name="leave" />}
          onClick={() => void reception.act('leave', { type: 'participant.leave', who }, who)}
        >
          {t('deed.leave')}
        </Button>
      )}
      {status === 'left' && (
        <Button
          leftSection={<Icon name="comeBack" />}
          onClick={() => void reception.act('comeBack', { type: 'participant.comeBack', who }, who)}
        >
          {t('deed.comeBack')}
        </Button>
      )}
      {status === 'cancelled' && (
        <Button
          color="red"
          onClick={() =>
            void reception.act('checkIn', { type: 'participant.checkIn', who, anyway: true }, who)
          }
        >
          {t('deed.letIn')}
        </Button>
      )}
      <Button variant="default" leftSection={<Icon name="print" />} onClick={onPrint}>
        {t('badge.print', { count: 1 })}
      </Button>
      {status === 'expected' && (
        <Button
          variant="default"
          onClick={() => void reception.act('cancel', { type: 'participant.cancel', who }, who)}
        >
          {t('deed.cancel')}
        </Button>
      )}
      {person.organisation && (
        <Button variant="default" leftSection={<Icon name="people" />} onClick={onGroup}>
          {t('group.short')}
        </Button>
      )}
    </div>
  );
}
