import { useState } from 'react';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { latenessNow, project } from '../../../shared/programme/project';
import { useEventDesk, useTick } from '../../desk';
import { Icon } from '../../parts/Icon';
import { useKeys } from '../../parts/useKeys';
import { useSend } from '../../parts/useSend';
import { useUndo } from '../../parts/useUndo';
import { DayHead } from './DayHead';
import styles from './programme.module.css';
import { Replanning } from './Replanning';
import { RunSheet } from './RunSheet';
import { Tools } from './Tools';
import { useEditing } from './useEditing';

/** Commands that are undone from here. */
const AREAS = ['session.', 'programme.'];

/** The run sheet: planned, actual and projected times, and all that is done with them. */
export default function ProgrammeScreen() {
  const { t } = useTranslation('programme');
  const { state, now } = useEventDesk();
  const send = useSend();
  const undo = useUndo(AREAS);
  const editing = useEditing();
  const [replanning, setReplanning] = useState(false);
  useTick(1_000);

  const at = now();
  const programme = project(state, at);
  const running = programme.findLast((one) => one.phase === 'running');
  const next = programme.find((one) => one.phase === 'next');
  const start = () => next && send({ type: 'session.start', session: next.session.id });
  const end = () => running && send({ type: 'session.end', session: running.session.id });
  const canReplan = programme.some((one) => one.phase === 'next' || one.phase === 'later');

  useKeys((name) => {
    if (name === 'S' && next) void start();
    else if (name === 'E' && running) void end();
    else if (name === 'Ctrl+Z') void undo.undo();
    else if (name === 'N') editing.begin('new');
    else if (name === 'R' && canReplan) setReplanning((open) => !open);
    else return false;
    return true;
  });

  return (
    <div className={styles.screen}>
      <h1 className="unseen">{t('sheet')}</h1>
      <DayHead
        running={running}
        next={next}
        lateness={latenessNow(state, at)}
        now={at}
        onStart={() => void start()}
        onEnd={() => void end()}
      />
      <Tools
        undo={undo}
        canReplan={canReplan}
        replanning={replanning}
        onReplan={() => setReplanning((open) => !open)}
        onAdd={() => editing.begin('new')}
      />
      {state.event.sample && (
        <Alert className={styles.sample} icon={<Icon name="sample" />} variant="light" py="xs">
          {t('sample')}
        </Alert>
      )}
      {replanning && <Replanning now={at} onClose={() => setReplanning(false)} />}
      <RunSheet programme={programme} now={at} editing={editing} />
    </div>
  );
}
