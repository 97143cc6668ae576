import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/print';
import { Notice } from '../Notice';
import type { Tone } from '../Notice';
import type { Job } from './jobsWatch';
import type { Together } from './together';
import { TurnActions } from './TurnActions';
import { useJobWords } from './useJobWords';
import type { PrintJobs } from './usePrintJobs';
import { usePrinters } from './usePrinters';

interface Props extends Together {
  does: Pick<PrintJobs, 'retry' | 'cancel' | 'settle' | 'backs'>;
}

const TONES: Partial<Record<Job['phase'], Tone>> = {
  held: 'warn',
  failed: 'bad',
  unclear: 'warn',
  turn: 'warn',
};

/** Badges on their way: where they are, what keeps them, and what can be done about it. */
export function JobNotice({ job, jobs, does }: Props) {
  const { t } = useTranslation('printing');
  const words = useJobWords();
  const [elsewhere, setElsewhere] = useState(false);
  const { phase, printer, who, turn } = job;
  const said = { count: who.length, name: words.names(job), printer, why: words.why(job) };
  /** One after the other, in the order in which they were asked for. */
  const each = async (act: (one: Job) => Promise<void>) => {
    for (const one of jobs) await act(one);
  };
  const stuck = phase === 'held' || phase === 'failed' || phase === 'unclear';
  const waits = stuck || phase === 'turn';
  return (
    <Notice
      tone={TONES[phase] ?? 'calm'}
      sign="print"
      small={!waits}
      actions={
        <>
          {phase === 'unclear' && (
            <>
              <Button size="sm" onClick={() => void each((one) => does.settle(one, true))}>
                {t('cameOut')}
              </Button>
              <Button
                size="sm"
                variant="default"
                onClick={() => void each((one) => does.settle(one, false))}
              >
                {t('notOut')}
              </Button>
            </>
          )}
          {turn && (
            <TurnActions
              turn={turn}
              onBacks={(top) => void each((one) => does.backs(one, top))}
              onEnough={() => void each((one) => does.settle(one, true))}
            />
          )}
          {phase === 'failed' && (
            <Button size="sm" onClick={() => void each((one) => does.retry(one))}>
              {t('retry')}
            </Button>
          )}
          {stuck && !elsewhere && (
            <Button size="sm" variant="default" onClick={() => setElsewhere(true)}>
              {t('another')}
            </Button>
          )}
          {elsewhere && (
            <Elsewhere
              not={printer}
              onChoose={(name) => {
                setElsewhere(false);
                void each((one) => does.retry(one, name));
              }}
            />
          )}
          {(waits || isOpen(phase)) && (
            <Button
              size={waits ? 'sm' : 'compact-sm'}
              variant="subtle"
              onClick={() => void each((one) => does.cancel(one))}
            >
              {t('cancel')}
            </Button>
          )}
        </>
      }
    >
      <span role={waits ? 'alert' : 'status'}>
        {t(`strip.${phase}`, said)}
        {turn && ` ${t(`turn.${turn.edge}`, { count: turn.sheets })}`}
        {turn && turn.sheets > 1 && ` ${t('turn.which')}`}
      </span>
    </Notice>
  );
}

/** The other printers of the desk's machine. */
function Elsewhere({ not, onChoose }: { not: string; onChoose(printer: string): void }) {
  const { t } = useTranslation('printing');
  const { told } = usePrinters();
  const others = (told?.printers ?? []).filter(({ name }) => name !== not);
  if (told && others.length === 0) return <span>{t('another.none')}</span>;
  return (
    <NativeSelect
      aria-label={t('another.choose')}
      autoFocus
      value=""
      onChange={(input) => onChoose(input.currentTarget.value)}
      data={[
        { value: '', label: t('another.choose'), disabled: true },
        ...others.map(({ name }) => ({ value: name, label: name })),
      ]}
    />
  );
}
