import { useState } from 'react';
import { Button, NativeSelect, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { Instant } from '../../../shared/model/units';
import { project } from '../../../shared/programme/project';
import { replan } from '../../../shared/programme/replan';
import type { Strategy } from '../../../shared/programme/replan';
import { useEventDesk } from '../../desk';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { useSpeech } from '../../words/useSpeech';
import { lengthText } from './lateness';
import styles from './replan.module.css';
import { ReplanPreview } from './ReplanPreview';
import { useEscape } from './useEscape';

interface Props {
  now: Instant;
  onClose(): void;
}

const STRATEGIES: readonly Strategy[] = ['shorten-breaks', 'shorten-rest', 'shift', 'drop'];

/** Four ways to take the delay in, each with the hour it would end at; nothing moves until one is applied. */
export function Replanning({ now, onClose }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const { ask, refused } = useAsking();
  const [strategy, setStrategy] = useState<Strategy>('shorten-breaks');
  const [dropped, setDropped] = useState('');

  const open = project(state, now).filter((one) => one.phase === 'next' || one.phase === 'later');
  const drop = open.some((one) => one.session.id === dropped) ? dropped : open.at(-1)?.session.id;
  const planOf = (which: Strategy) =>
    replan(state, which, now, which === 'drop' ? drop : undefined);
  const plan = planOf(strategy);
  const apply = async () => {
    const done = await ask({
      type: 'programme.replan',
      strategy,
      ...(strategy === 'drop' && drop ? { drop } : {}),
    });
    if (done) leave();
  };
  const leave = () => {
    document.querySelector<HTMLElement>('[data-replan]')?.focus();
    onClose();
  };
  useEscape(leave);
  const shifted = planOf('shift').end;
  const winsOf = (which: Strategy) => {
    const won = shifted - planOf(which).end;
    return won >= MINUTE
      ? t('wins', { length: lengthText(Math.round(won / MINUTE) * MINUTE) })
      : '';
  };

  return (
    <section className={styles.replan} aria-label={t('replan')}>
      <Radio.Group
        label={t('replanHow')}
        value={strategy}
        onChange={(value) => setStrategy(STRATEGIES.find((one) => one === value) ?? 'shift')}
      >
        <div className={styles.strategies}>
          {STRATEGIES.map((which) => (
            <Radio.Card
              key={which}
              value={which}
              className={styles.strategy}
              autoFocus={which === strategy}
            >
              <Radio.Indicator />
              <span>
                <b>{t(`strategy.${which}`)}</b>
                <span className={styles.quiet}>{t(`strategyMeans.${which}`)}</span>
                <span className={styles.ends}>
                  {t('wouldEnd', { time: clock(planOf(which).end) })}
                  {winsOf(which) && ` · ${winsOf(which)}`}
                </span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {strategy === 'drop' && (
        <NativeSelect
          className={styles.drop}
          label={t('dropWhich')}
          value={drop ?? ''}
          onChange={(input) => setDropped(input.currentTarget.value)}
          data={open.map((one) => ({
            value: one.session.id,
            label: `${clock(one.planned.from)} ${one.session.title || t('untitled')}`,
          }))}
        />
      )}
      {plan.because ? (
        <p className={styles.why}>{t(`because.${plan.because}`)}</p>
      ) : (
        <ReplanPreview plan={plan} />
      )}
      {!plan.because && strategy.startsWith('shorten') && shifted - plan.end < MINUTE && (
        <p className={styles.why}>{t(`winsNothing.${strategy}`)}</p>
      )}
      <Refused why={refused} />
      <div className={styles.formEnd}>
        <Button disabled={plan.because !== null} onClick={() => void apply()}>
          {t('apply')}
        </Button>
        <Button variant="default" onClick={leave}>
          {t('common:cancel')}
        </Button>
        <span className={styles.quiet}>{t('applyUndo')}</span>
      </div>
    </section>
  );
}
