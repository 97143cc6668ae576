import { useState } from 'react';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOM } from '../../../shared/badges/customLayout';
import type { CustomSize } from '../../../shared/badges/customLayout';
import type { Printer } from '../../../shared/print';
import { useSpeech } from '../../words/useSpeech';
import styles from './printing.module.css';
import { usePrinters } from './usePrinters';
import type { Printers } from './usePrinters';

interface Props {
  /** Name of the layout whose badges it is about. */
  layout: string;
  /** What a layout of one's own measures. */
  custom?: CustomSize | undefined;
  /** Whether it has backs on the other side of the sheet. */
  twoSided?: boolean;
  /** What is shared with the screen around; asked here where it is left out. */
  printers?: Printers;
}

/** To which of the desk's printers a layout's badges go, how that printer is, and by how much it is off. */
export function PrinterChoice({ printers, ...about }: Props) {
  return printers ? <Choice {...about} printers={printers} /> : <OwnChoice {...about} />;
}

function OwnChoice(about: Omit<Props, 'printers'>) {
  return <Choice {...about} printers={usePrinters()} />;
}

function Choice({ layout, custom, twoSided = false, printers }: Props & { printers: Printers }) {
  const { t } = useTranslation('printing');
  const speech = useSpeech();
  const { told, settings, failure, refresh, choose } = printers;
  if (!told || !settings) {
    return failure ? <p role="alert">{speech.failure(failure)}</p> : null;
  }
  const chosen = settings.printers[layout];
  const found = told.printers.find(({ name }) => name === chosen);
  const none = told.printers.length === 0 && !chosen;
  return (
    <div className={styles.choice}>
      {failure && (
        <p role="alert" className={styles.state} data-bad>
          {speech.failure(failure)}
        </p>
      )}
      {none ? (
        <p className={styles.quiet}>
          {t(
            told.problem
              ? 'printer.problem'
              : told.spooler === 'none'
                ? 'printer.noService'
                : 'printer.noPrinters',
          )}
        </p>
      ) : (
        <NativeSelect
          label={t('printer')}
          value={chosen ?? ''}
          onChange={(input) => void choose(layout, input.currentTarget.value || null)}
          data={[
            { value: '', label: t('printer.none') },
            ...(chosen && !found
              ? [{ value: chosen, label: t('printer.gone', { name: chosen }) }]
              : []),
            ...told.printers.map((one) => ({ value: one.name, label: labelOf(one, t) })),
          ]}
        />
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => void refresh()}>
        {t('printer.again')}
      </Button>
      {chosen && (
        <p className={styles.state} data-bad={!found || found.troubles.length > 0 || undefined}>
          {found
            ? stateIn(found, t)
            : t(told.problem ? 'trouble.no-spooler' : 'trouble.no-printer', { printer: chosen })}
        </p>
      )}
      {found && twoSided && found.turns.length === 0 && (
        <p className={styles.quiet}>{t('printer.oneSided')}</p>
      )}
      {chosen && (
        <Offset key={`${chosen} ${layout}`} {...{ layout, custom, printer: chosen, printers }} />
      )}
    </div>
  );
}

type Words = (key: string, values?: Record<string, string>) => string;

/** The name that the system uses, and what its owner calls it where that says more. */
function labelOf({ name, description, isDefault }: Printer, t: Words): string {
  const told = description && description !== name ? `${name} – ${description}` : name;
  return isDefault ? t('printer.system', { name: told }) : told;
}

function stateIn({ name, state, troubles }: Printer, t: Words): string {
  if (troubles.length > 0) {
    return troubles.map((one) => t(`trouble.${one}`, { printer: name })).join(' ');
  }
  return t(state === 'printing' ? 'printer.printing' : 'printer.ready');
}

interface OffsetProps {
  layout: string;
  custom: CustomSize | undefined;
  printer: string;
  printers: Printers;
}

/** Millimetres by which this printer is off with this layout, as read from the test sheet. */
function Offset({ layout, custom, printer, printers }: OffsetProps) {
  const { t } = useTranslation('printing');
  const [sent, setSent] = useState(false);
  const { settings, calibrate, test } = printers;
  const own = settings?.offsets.find((one) => one.printer === printer && one.layout === layout);
  const [right, down] = own?.mm ?? [0, 0];
  const field = (label: string, value: number, keep: (value: number) => [number, number]) => (
    <NumberInput
      label={label}
      defaultValue={value}
      min={-20}
      max={20}
      step={0.5}
      decimalScale={2}
      clampBehavior="strict"
      onBlur={(input) => {
        const typed = Number(input.currentTarget.value.replace(',', '.').replace('−', '-'));
        if (Number.isFinite(typed) && typed !== value) void calibrate(printer, layout, keep(typed));
      }}
    />
  );
  return (
    <details className={styles.offset} open={right !== 0 || down !== 0}>
      <summary>{t('offset')}</summary>
      <p className={styles.quiet}>{t('offset.how')}</p>
      <div className={styles.fields}>
        {field(t('offset.right'), right, (typed) => [typed, down])}
        {field(t('offset.down'), down, (typed) => [right, typed])}
      </div>
      {(layout !== CUSTOM || custom) && (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => void test(printer, layout, custom).then(setSent)}
        >
          {t('test')}
        </Button>
      )}
      <output className={styles.quiet}>{sent && t('test.sent')}</output>
    </details>
  );
}
