import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract';
import { EventDeskProvider, useEventDesk } from '../../desk';
import { Erased } from '../../frame/Erased';
import { Waiting } from '../../frame/Waiting';
import { writeRoute } from '../../route';
import type { Route } from '../../route';
import { showIn } from '../../words/i18n';
import { rememberedLanguage } from '../../words/languages';
import { UnlockScreen } from '../unlock/UnlockScreen';
import { FeedbackKiosk } from './FeedbackKiosk';
import { beKioskTab, leaveKioskTab, lockKiosk, openKioskLock } from './kioskLock';

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
  const isElsewhere = route.at !== 'kiosk' || route.event !== event;
  useEffect(() => {
    if (locked && isElsewhere) window.location.replace(writeRoute({ at: 'kiosk', event }));
  }, [locked, isElsewhere, event]);
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
      <LockedByPin event={event} onAccent={onAccent} />
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

function LockedByPin({ event, onAccent }: Pick<Props, 'event' | 'onAccent'>) {
  const { accent, name, pinHash, erasedAt } = useEventDesk().state.event;
  const hasPin = pinHash !== '' && erasedAt === null;
  useEffect(() => {
    if (hasPin) lockKiosk(event);
    else openKioskLock();
  }, [hasPin, event]);
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
  return erasedAt === null ? <FeedbackKiosk /> : <Erased />;
}
