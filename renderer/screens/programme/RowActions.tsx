import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { useSend } from '../../parts/useSend';
import { writeRoute } from '../../route';
import { choosePanel } from '../panel/chosenPanel';
import styles from './programme.module.css';
import { MoveKeys } from './MoveKeys';

interface Props {
  one: Projection;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  removing: boolean;
  onRemoving(removing: boolean): void;
  onEdit(): void;
}

/** The buttons of one row; removing asks in the row itself. */
export function RowActions({ one, up, down, removing, onRemoving, onEdit }: Props) {
  const { t } = useTranslation('programme');
  const { eventId } = useEventDesk();
  const send = useSend();
  const { session, phase } = one;
  const name = session.title || t('untitled');
  if (removing) {
    return (
      <div className={styles.rowActions}>
        <span>{t('removeAsk')}</span>
        <Button
          size="xs"
          color="red"
          autoFocus
          onClick={() => void send({ type: 'session.remove', session: session.id })}
        >
          {t('remove')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onRemoving(false)}>
          {t('common:cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.rowActions}>
      {session.panel && (
        <Button
          component="a"
          size="xs"
          variant="light"
          href={writeRoute({ at: 'event', event: eventId, screen: 'panel' })}
          onClick={() => choosePanel(eventId, session.id)}
          aria-label={t('toPanelNamed', { name })}
        >
          {t('toPanel')}
        </Button>
      )}
      {phase !== 'running' && phase !== 'ended' && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('startNamed', { name })}
          onClick={() => void send({ type: 'session.start', session: session.id })}
        >
          {t('start')}
        </Button>
      )}
      {phase === 'running' && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('endNamed', { name })}
          onClick={() => void send({ type: 'session.end', session: session.id })}
        >
          {t('end')}
        </Button>
      )}
      <MoveKeys name={name} onUp={up} onDown={down} />
      <ActionIcon variant="default" size="lg" onClick={onEdit} aria-label={t('edit', { name })}>
        <Icon name="edit" size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={session.startedAt !== null}
        onClick={() => onRemoving(true)}
        aria-label={t('removeNamed', { name })}
      >
        <Icon name="close" size={18} />
      </ActionIcon>
    </div>
  );
}
