import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk';
import { focusAtOnce } from '../../parts/focusAtOnce';
import { Notice } from '../../parts/Notice';
import { StageDesk } from '../../parts/stageDesk/StageDesk';
import { useEscape } from './useEscape';

interface Props {
  open: boolean;
  onOpen(): void;
}

/**
 * The stage's screens from the programme, for whatever is no panel: opened with the message at hand. Closed, a
 * line still tells that the stage is dark or has a message on it.
 */
export function StageControls({ open, onOpen }: Props) {
  const { t } = useTranslation(['programme', 'stage']);
  const { state } = useEventDesk();
  const { message, blackout } = state.stage;
  if (open) return <Opened onClose={onOpen} />;
  if (!message && !blackout) return null;
  return (
    <Notice
      tone="warn"
      small
      actions={
        <Button size="compact-sm" variant="default" onClick={onOpen}>
          {t('stage')}
        </Button>
      }
    >
      {blackout ? t('stageDark') : `${t('stage:desk.shown')} ${message?.text}`}
    </Notice>
  );
}

function Opened({ onClose }: { onClose(): void }) {
  useEscape(() => {
    document.querySelector<HTMLElement>('[data-stage-controls]')?.focus();
    onClose();
  });
  return <StageDesk messageRef={focusAtOnce} />;
}
