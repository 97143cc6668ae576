import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Notice as Told } from '../../shared/contract';
import { useDesk } from '../desk/DeskContext';
import { useEventDesk } from '../desk/EventDesk';
import { Notice } from '../parts/Notice';
import { RecoveryWords } from './RecoveryWords';

/** Notices that somebody has read here, as the words they said; the next damage says others. */
const read = new Set<string>();

/** What was wrong with this event's files when they were opened, until somebody has read it. */
export function Recovered() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { eventId } = useEventDesk();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    let here = true;
    desk.ask('app.info', {}).then(
      ({ problems }) => {
        const own = problems.find(({ event }) => event === eventId);
        if (here && own && !read.has(JSON.stringify(own))) setTold(own);
      },
      // Without a line to the desk the page says so itself, and asks again when it is loaded anew.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [desk, eventId]);
  if (!told) return null;
  const close = () => {
    read.add(JSON.stringify(told));
    setTold(undefined);
  };
  return (
    <div role="alert">
      <Notice
        tone="warn"
        actions={
          <Button variant="default" onClick={close}>
            {t('recovered.read')}
          </Button>
        }
      >
        <RecoveryWords told={told} />
      </Notice>
    </div>
  );
}
