import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/print';
import { Notice } from '../Notice';
import type { Tone } from '../Notice';
import type { Job } from './jobsWatch';
import { useJobWords } from './useJobWords';
import type { PrintJobs } from './usePrintJobs';
import { usePrinters } from './usePrinters';

interface Props {
  job: Job;
  jobs: Pick<PrintJobs, 'retry' | 'cancel' | 'settle'>;
}

const TONES: Partial<Record<Job['phase'], Tone>> = { held: 'warn', failed: 'bad', unclear: 'warn' };

/** Badges on their way: where they are, what keeps them, and what can be done about it. */
export function JobNotice({ job, jobs }: Props) {
  const { t } = useTranslation('printing');
  const words = useJobWords();
  const [elsewhere, setElsewhere] = useState(false);
  const { phase, printer, who } = job;
  const said = { count: who.length, name: words.names(job), printer, why: words.why(job) };
  const stuck = phase === 'held' || phase === 'failed' || phase === 'unclear';
  return (
    <Notice
      tone={TONES[phase] ?? 'calm'}
      sign="print"
      small={!stuck}
      actions={
        <>
          {phase === 'unclear' && (
            <>
              <Button size="sm" onClick={() => void jobs.settle(job, true)}>
                {t('cameOut')}
              </Button>
              <Button size="sm" variant="default" onClick={() => void jobs.settle(job, false)}>
                {t('notOut')}
              </Button>
            </>
          )}
          {phase === 'failed' && (
            <Button size="sm" onClick={() => void jobs.retry(job)}>
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
                void jobs.retry(job, name);
              }}
            />
          )}
          {(stuck || isOpen(phase)) && (
            <Button
              size={stuck ? 'sm' : 'compact-sm'}
              variant="subtle"
              onClick={() => void jobs.cancel(job)}
            >
              {t('cancel')}
            </Button>
          )}
        </>
      }
    >
      <span role={stuck ? 'alert' : 'status'}>{t(`strip.${phase}`, said)}</span>
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
