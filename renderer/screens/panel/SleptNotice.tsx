import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../shared/panel/ledger';
import { useEventDesk } from '../../desk';
import { Key } from '../../parts/Key';
import { Notice } from '../../parts/Notice';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { useKeys } from '../../parts/useKeys';
import { elapsed } from '../stage/countdown';
import type { PanelSession } from './panels';
import { leftSleep, rememberLeftSleep } from './leftSleep';
import { sleptThrough } from './sleptThrough';
import { useSpeakerName } from './useSpeakerName';

interface Props {
  session: PanelSession;
  turns: readonly Turn[];
}

/** The machine slept while somebody's turn ran: one key takes the time out of the turn, one leaves it. */
export function SleptNotice({ session, turns }: Props) {
  const { t } = useTranslation('stage');
  const { slept } = useEventDesk();
  const { ask, refused } = useAsking();
  const name = useSpeakerName(session.panel);
  const [left, setLeft] = useState(leftSleep);
  const found = slept && slept.to !== left ? sleptThrough(turns, slept) : null;

  const takeOut = () => {
    if (!found) return;
    const { mark, from, to } = found;
    void ask({ type: 'turn.leaveOut', mark, from, to });
  };
  const leave = () => {
    if (!slept) return;
    rememberLeftSleep(slept.to);
    setLeft(slept.to);
  };
  useKeys((key) => {
    if (!found || (key !== 'F9' && key !== 'F10')) return false;
    if (key === 'F9') takeOut();
    else leave();
    return true;
  });

  if (!found) return null;
  const length = elapsed(found.to - found.from);
  return (
    <Notice
      tone="warn"
      actions={
        <>
          <Button aria-keyshortcuts="F9" rightSection={<Key>F9</Key>} onClick={takeOut}>
            {t('slept.takeOut')}
          </Button>
          <Button
            variant="default"
            aria-keyshortcuts="F10"
            rightSection={<Key>F10</Key>}
            onClick={leave}
          >
            {t('slept.leave')}
          </Button>
        </>
      }
    >
      {t('slept.said', { length, name: name(found.speaker) })}
      <Refused why={refused} />
    </Notice>
  );
}
