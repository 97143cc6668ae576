import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract';
import { EventDeskProvider } from '../../desk';
import { Waiting } from '../../frame/Waiting';
import { writeRoute } from '../../route';
import type { Route } from '../../route';
import { showIn } from '../../words/i18n';
import { rememberedLanguage } from '../../words/languages';
import { UnlockScreen } from '../unlock/UnlockScreen';
import { FeedbackKiosk } from './FeedbackKiosk';
import { KioskOfDesk, KioskOfDevice, useKiosk } from './KioskEvent';
import { beKioskTab, leaveKioskTab, lockKiosk, openKioskLock } from './kioskLock';
import { useRole } from './useRole';
import styles from './Kiosk.module.css';

interface Props {
  event: string;
  /** Whether this browser is held to it. */
  locked: boolean;
  route: Route;
  onAccent(accent: string): void;
}

/** The kiosk of an event, which stays on the page while it is locked, whatever its address says. */
export function Kiosk({ event, locked, route, onAccent }: Props) {
  const [opened, setOpened] = useState(0);
  const { role, failure: noRole } = useRole();
  const isElsewhere = route.at !== 'kiosk' || route.event !== event;
  useEffect(() => {
    if (locked && isElsewhere) window.location.replace(writeRoute({ at: 'kiosk', event }));
  }, [locked, isElsewhere, event]);
  const held = <Held onAccent={onAccent} />;
  if (!role) return <Waiting failure={noRole} />;
  if (role === 'kiosk') {
    return (
      <KioskOfDevice event={event} waiting={(failure) => <KioskWaiting failure={failure} />}>
        {held}
      </KioskOfDevice>
    );
  }
  return (
    <EventDeskProvider
      key={opened}
      eventId={event}
      waiting={(failure) =>
        failure?.code === 'seal.locked' ? (
          <UnlockScreen event={event} onOpened={() => setOpened(opened + 1)} />
        ) : (
          <KioskWaiting failure={failure} />
        )
      }
    >
      <KioskOfDesk>{held}</KioskOfDesk>
    </EventDeskProvider>
  );
}

/** An event that is gone holds nobody any more. */
function KioskWaiting({ failure }: { failure: Failure | undefined }) {
  const isGone = failure?.code === 'event.unknown';
  useEffect(() => {
    if (isGone) openKioskLock();
  }, [isGone]);
  return <Waiting failure={failure} />;
}

/** The browser is held to the kiosk while there is a PIN that lets it go, or nowhere else to go. */
function Held({ onAccent }: Pick<Props, 'onAccent'>) {
  const { t } = useTranslation('feedback');
  const { id, accent, name, way, over } = useKiosk();
  useEffect(() => {
    if (way === 'free') openKioskLock();
    else lockKiosk(id);
  }, [way, id]);
  useEffect(() => {
    beKioskTab();
    return leaveKioskTab;
  }, []);
  // The desk's own language again for those who work here, whichever the last guest chose.
  useEffect(() => () => void showIn(rememberedLanguage()), []);
  useEffect(() => {
    onAccent(accent);
    document.title = `${name} – Nuija`;
    return () => {
      onAccent('');
      document.title = 'Nuija';
    };
  }, [accent, name, onAccent]);
  if (!over) return <FeedbackKiosk />;
  return (
    <main className={styles.over}>
      <h1>{name}</h1>
      <p>{t('kiosk.over')}</p>
      {way !== 'none' && <a href={writeRoute({ at: 'start' })}>{t('kiosk.leaveYes')}</a>}
    </main>
  );
}
