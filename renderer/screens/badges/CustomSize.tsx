import { useState } from 'react';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { customLayout, type CustomSize as Size } from '../../../shared/badges/customLayout';
import styles from './design.module.css';
import words from './words.module.css';

interface Props {
  size: Size | null;
  /** Answers whether it was kept. */
  onKeep(size: Size): Promise<boolean>;
}

/** An ordinary card, two beside each other and five in a column, where nothing was measured yet. */
const BEGIN: Size = {
  medium: [210, 297],
  badge: [90, 55],
  columns: 2,
  rows: 5,
  left: 15,
  top: 11,
  gutter: [0, 0],
};

type Numbers = Record<(typeof FIELDS)[number]['field'], number | ''>;

const FIELDS = [
  { field: 'medium.0', label: 'size.mediumWidth' },
  { field: 'medium.1', label: 'size.mediumHeight' },
  { field: 'badge.0', label: 'size.badgeWidth' },
  { field: 'badge.1', label: 'size.badgeHeight' },
  { field: 'columns', label: 'size.columns' },
  { field: 'rows', label: 'size.rows' },
  { field: 'left', label: 'size.left' },
  { field: 'top', label: 'size.top' },
  { field: 'gutter.0', label: 'size.gutterAcross' },
  { field: 'gutter.1', label: 'size.gutterDown' },
] as const;

/** A sheet or label of one's own, measured with a ruler; what is wrong stands at its field. */
export function CustomSize({ size, onKeep }: Props) {
  const { t } = useTranslation('badges');
  const [typed, setTyped] = useState(() => numbersOf(size ?? BEGIN));
  const [back, setBack] = useState<Size['back'] | ''>(size?.back ?? '');
  const [turned, setTurned] = useState(size?.turn === 90);
  const given = sizeOf(typed, back, turned);
  const { problems = [] } = customLayout(given);
  const whole = customLayout(given).layout ? given : null;
  const problemOf = (field: string) => {
    const [own] = problems.filter((one) => one.field === field || `${one.field}.0` === field);
    return own && t(`size.problem.${own.code}`, own.values);
  };
  const shown = new Set<string>(FIELDS.map(({ field }) => field));
  const others = problems.filter(({ field }) => !shown.has(field) && !shown.has(`${field}.0`));
  return (
    <div className={styles.size}>
      {FIELDS.map(({ field, label }) => (
        <NumberInput
          key={field}
          label={t(label)}
          value={typed[field]}
          min={0}
          step={field === 'columns' || field === 'rows' ? 1 : 0.5}
          decimalScale={field === 'columns' || field === 'rows' ? 0 : 2}
          decimalSeparator=","
          allowedDecimalSeparators={['.', ',']}
          error={problemOf(field)}
          onChange={(value) => setTyped({ ...typed, [field]: value === '' ? '' : Number(value) })}
        />
      ))}
      <NativeSelect
        label={t('size.back')}
        value={back}
        onChange={(input) => setBack(backOf(input.currentTarget.value))}
        data={(['', 'flip-long-edge', 'flip-short-edge', 'fold'] as const).map((value) => ({
          value,
          label: t(`size.back.${value || 'none'}`),
        }))}
      />
      <NativeSelect
        label={t('size.turn')}
        value={turned ? '90' : '0'}
        onChange={(input) => setTurned(input.currentTarget.value === '90')}
        data={[
          { value: '0', label: t('size.turn.0') },
          { value: '90', label: t('size.turn.90') },
        ]}
      />
      {others.map(({ field, code, values }) => (
        <p key={field} className={words.wrong} role="alert">
          {t(`size.problem.${code}`, values)}
        </p>
      ))}
      <Button
        disabled={!whole || JSON.stringify(whole) === JSON.stringify(size)}
        onClick={() => {
          if (whole) void onKeep(whole);
        }}
      >
        {t('size.keep')}
      </Button>
    </div>
  );
}

function numbersOf({ medium, badge, columns, rows, left, top, gutter }: Size): Numbers {
  return {
    'medium.0': medium[0],
    'medium.1': medium[1],
    'badge.0': badge[0],
    'badge.1': badge[1],
    columns,
    rows,
    left,
    top,
    'gutter.0': gutter[0],
    'gutter.1': gutter[1],
  };
}

const NOTHING = Number.NaN;

function sizeOf(typed: Numbers, back: Size['back'] | '', turned: boolean): Size {
  const number = (field: keyof Numbers) => (typed[field] === '' ? NOTHING : typed[field]);
  return {
    medium: [number('medium.0'), number('medium.1')],
    badge: [number('badge.0'), number('badge.1')],
    columns: number('columns'),
    rows: number('rows'),
    left: number('left'),
    top: number('top'),
    gutter: [number('gutter.0'), number('gutter.1')],
    ...(back && { back }),
    ...(turned && { turn: 90 as const }),
  };
}

function backOf(value: string): NonNullable<Size['back']> | '' {
  return value === 'flip-long-edge' || value === 'flip-short-edge' || value === 'fold' ? value : '';
}
