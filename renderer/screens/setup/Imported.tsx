import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk/EventDesk';
import { focusAtOnce } from '../../parts/focusAtOnce';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import type { ImportStep, Intake } from './useImport';

interface Props {
  step: Extract<ImportStep, { at: 'done' }>;
  intake: Intake;
}

/** What an import did, with its undo at hand. */
export function Imported({ step, intake }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const { eventId } = useEventDesk();
  const speech = useSpeech();
  const { outcome, undone, added, updated } = step;
  return (
    <div role="alert">
      <Notice
        tone={!outcome.ok ? 'bad' : undone ? 'calm' : 'good'}
        actions={
          outcome.ok && (
            <>
              {!undone && (
                <Button
                  variant="default"
                  leftSection={<Icon name="undo" />}
                  onClick={() => void intake.undo()}
                >
                  {t('common:undo')}
                </Button>
              )}
              <Button
                component="a"
                href={writeRoute({ at: 'event', event: eventId, screen: 'reception' })}
                leftSection={<Icon name="reception" />}
                ref={focusAtOnce}
              >
                {t('import.toReception')}
              </Button>
            </>
          )
        }
      >
        {!outcome.ok
          ? speech.refusal(outcome)
          : undone
            ? t('import.undone')
            : t('import.done', { added: speech.number(added), updated: speech.number(updated) })}
      </Notice>
    </div>
  );
}
