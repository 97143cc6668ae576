import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { project } from '../../../shared/programme/project';
import { useEventDesk, useTick } from '../../desk';
import { writeRoute } from '../../route';
import { askedPanel, forgetAskedPanel } from './chosenPanel';
import { isPanel, panelsOf, panelToOpen } from './panels';
import styles from './panel.module.css';
import { PanelDesk } from './PanelDesk';

/** The moderator's screen: one panel at a time, the running one first. */
export default function PanelScreen() {
  const { t } = useTranslation('panel');
  const { state, now, eventId } = useEventDesk();
  useTick(250);
  const programme = project(state, now());
  const [picked, setPicked] = useState(() => panelToOpen(programme, askedPanel(eventId)));
  useEffect(() => forgetAskedPanel(eventId), [eventId]);
  const wanted = picked === null ? undefined : state.sessions.get(picked);
  const first = panelToOpen(programme, undefined);
  const session = isPanel(wanted) ? wanted : first === null ? undefined : state.sessions.get(first);
  if (!isPanel(session)) {
    return (
      <div className={styles.none}>
        <h1>{t('none')}</h1>
        <p>{t('noneHow')}</p>
        <Button
          component="a"
          size="md"
          href={writeRoute({ at: 'event', event: eventId, screen: 'programme' })}
        >
          {t('toProgramme')}
        </Button>
      </div>
    );
  }
  return (
    <PanelDesk
      key={session.id}
      session={session}
      panels={panelsOf(programme)}
      onPick={setPicked}
      now={now()}
    />
  );
}
