import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { MoveKeys } from '../../parts/MoveKeys';
import { useSend } from '../../parts/useSend';
import { writeRoute } from '../../route';
import { choosePanel } from '../panel/chosenPanel';
import styles from './rowActions.module.css';
import type { Sheet } from './useSheet';

/** The buttons of one session. Removing is not asked about: it can be taken back where it stood. */
export function RowActions({ one, sheet }: { one: Projection; sheet: Sheet }) {
  const { t } = useTranslation('programme');
  const { eventId } = useEventDesk();
  const send = useSend();
  const { session, phase } = one;
  const { editing, moving, removing } = sheet;
  const name = session.title || t('untitled');
  const { up, down } = moving.can(session.id);
  return (
    <div className={styles.actions}>
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
      <MoveKeys
        up={t('up', { name })}
        down={t('down', { name })}
        onUp={up ? () => moving.step(session.id, -1) : undefined}
        onDown={down ? () => moving.step(session.id, 1) : undefined}
      />
      <ActionIcon
        variant="default"
        size="lg"
        onClick={() => (editing.session === session.id ? editing.end() : editing.begin(session.id))}
        aria-label={t('edit', { name })}
      >
        <Icon name="edit" size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={session.startedAt !== null}
        onClick={() => removing.remove(session)}
        aria-label={t('removeNamed', { name })}
      >
        <Icon name="close" size={18} />
      </ActionIcon>
    </div>
  );
}
