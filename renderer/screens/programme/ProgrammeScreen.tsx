import { useState } from 'react';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meet, roomsOf } from '../../../shared/programme/order';
import { latenessNow, nextIn, project, runningIn } from '../../../shared/programme/project';
import { useEventDesk, useTick } from '../../desk';
import { Icon } from '../../parts/Icon';
import { useKeys } from '../../parts/useKeys';
import { useSend } from '../../parts/useSend';
import { useUndo } from '../../parts/useUndo';
import { Copying } from './Copying';
import { DayHead } from './DayHead';
import { EmptyProgramme } from './EmptyProgramme';
import styles from './programme.module.css';
import { Replanning } from './Replanning';
import { RoomColumns } from './RoomColumns';
import { RunSheet } from './RunSheet';
import { StageControls } from './StageControls';
import { Tools } from './Tools';
import type { Opened } from './Tools';
import { useRoom } from './useRoom';
import { useSheet } from './useSheet';

/** Commands that are undone from here. */
const AREAS = ['session.', 'programme.', 'stage.'];

/** The run sheet: planned, actual and projected times, and all that is done with them. */
export default function ProgrammeScreen() {
  const { t } = useTranslation('programme');
  const { eventId, state, now } = useEventDesk();
  const send = useSend();
  const undo = useUndo(AREAS);
  const [open, setOpen] = useState<Opened | null>(null);
  useTick(1_000);

  const at = now();
  const programme = project(state, at);
  const rooms = roomsOf(state.sessions);
  const chosen = useRoom(eventId, rooms);
  const sheet = useSheet(programme, rooms);
  const running = runningIn(programme, chosen.room);
  const next = nextIn(programme, chosen.room);
  const ends = programme.filter(
    (one) => next && one.phase === 'running' && meet(one.session, next.session),
  );
  const start = () => next && send({ type: 'session.start', session: next.session.id });
  const end = () => running && send({ type: 'session.end', session: running.session.id });
  const canReplan = nextIn(programme) !== undefined;
  const toggle = (what: Opened) => setOpen((is) => (is === what ? null : what));
  const roomAt = (name: string) =>
    chosen.room !== undefined && /^[1-9]$/.test(name) ? rooms[Number(name) - 1] : undefined;

  useKeys((name) => {
    const room = roomAt(name);
    if (room !== undefined) chosen.choose(room);
    else if (name === 'S' && next) void start();
    else if (name === 'E' && running) void end();
    else if (name === 'Ctrl+Z') void undo.undo();
    else if (name === 'N') sheet.editing.begin('new');
    else if (name === 'R' && canReplan) toggle('replan');
    else if (name === 'V') toggle('stage');
    else return false;
    return true;
  });

  const isEmpty = programme.length === 0 && sheet.removing.removed.length === 0;
  return (
    <div className={styles.screen}>
      <h1 className="unseen">{t('sheet')}</h1>
      <DayHead
        rooms={rooms}
        chosen={chosen}
        ends={ends.map((one) => one.session.title || t('untitled')).join(', ')}
        running={running}
        next={next}
        lateness={latenessNow(state, at, chosen.room)}
        now={at}
        onStart={() => void start()}
        onEnd={() => void end()}
      />
      <Tools
        undo={undo}
        canReplan={canReplan}
        open={open}
        onOpen={toggle}
        onAdd={() => sheet.editing.begin('new')}
      />
      {state.event.sample && (
        <Alert className={styles.sample} icon={<Icon name="sample" />} variant="light" py="xs">
          {t('sample')}
        </Alert>
      )}
      {open === 'replan' && <Replanning now={at} onClose={() => setOpen(null)} />}
      {open === 'copy' && <Copying onClose={() => setOpen(null)} />}
      <StageControls open={open === 'stage'} onOpen={() => toggle('stage')} />
      {isEmpty && sheet.editing.session !== 'new' ? (
        <EmptyProgramme onAdd={() => sheet.editing.begin('new')} onCopy={() => setOpen('copy')} />
      ) : chosen.room === undefined ? (
        <RunSheet programme={programme} now={at} sheet={sheet} />
      ) : (
        <RoomColumns
          programme={programme}
          rooms={rooms}
          chosen={chosen.room}
          now={at}
          sheet={sheet}
        />
      )}
      <output className="unseen">{sheet.moving.said}</output>
    </div>
  );
}
