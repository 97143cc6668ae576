import { useEffect, useState } from 'react';
import { Button, NativeSelect, Radio, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import { project } from '../../../shared/programme/project';
import { replan } from '../../../shared/programme/replan';
import type { Replan, Strategy } from '../../../shared/programme/replan';
import { useEventDesk } from '../../desk';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { useSpeech } from '../../words/useSpeech';
import { lengthText } from './lateness';
import styles from './programme.module.css';

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
  const nothing = plan.changes.length === 0 && plan.dropped.length === 0;
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
  useEffect(() => {
    // Before the form of a session hears it: one Escape closes one thing.
    const onKey = (press: KeyboardEvent) => {
      const inForm = press.target instanceof Element && press.target.closest('form');
      if (press.key !== 'Escape' || inForm) return;
      press.preventDefault();
      leave();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });

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
      {nothing ? <p className={styles.quiet}>{t('replanNothing')}</p> : <Preview plan={plan} />}
      <Refused why={refused} />
      <div className={styles.formEnd}>
        <Button disabled={nothing} onClick={() => void apply()}>
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

/** The rows that would change: old and new times side by side. */
function Preview({ plan }: { plan: Replan }) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const rows = plan.rows.filter((row) => row.from !== row.wasFrom || row.to !== row.wasTo);
  return (
    <Table className={styles.preview} verticalSpacing={4} aria-label={t('preview')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.session')}</Table.Th>
          <Table.Th>{t('was')}</Table.Th>
          <Table.Th>{t('becomes')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.session}>
            <Table.Td>{row.title || t('untitled')}</Table.Td>
            <Table.Td className={styles.was}>
              {clock(row.wasFrom)}–{clock(row.wasTo)}
            </Table.Td>
            <Table.Td>
              <b>
                {clock(row.from)}–{clock(row.to)}
              </b>
              {row.to - row.from < row.wasTo - row.wasFrom && (
                <span className={styles.quiet}>
                  {' '}
                  {t('shorter', {
                    length: lengthText(row.wasTo - row.wasFrom - row.to + row.from),
                  })}
                </span>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
        {plan.dropped.map((id) => (
          <Table.Tr key={id}>
            <Table.Td>{state.sessions.get(id)?.title || t('untitled')}</Table.Td>
            <Table.Td />
            <Table.Td>
              <b>{t('leftOut')}</b>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
