import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf, Failure } from '../../../shared/contract';
import type { PrintSettings } from '../../../shared/print';
import { failureOf, useDesk } from '../../desk';

export interface Printers {
  /** Undefined until the desk has told them. */
  told: AnswerOf<'print.printers'> | undefined;
  settings: PrintSettings | undefined;
  failure: Failure | undefined;
  /** Asks again: a printer may have been plugged in. */
  refresh(): Promise<void>;
  choose(layout: string, printer: string | null): Promise<void>;
  calibrate(printer: string, layout: string, mm: [number, number]): Promise<void>;
}

/** The printers of the desk's machine, and what is kept there of them. */
export function usePrinters(): Printers {
  const desk = useDesk();
  const [told, setTold] = useState<AnswerOf<'print.printers'>>();
  const [settings, setSettings] = useState<PrintSettings>();
  const [failure, setFailure] = useState<Failure>();

  const carryOut = useCallback(async (work: () => Promise<void>) => {
    try {
      setFailure(undefined);
      await work();
    } catch (error) {
      setFailure(failureOf(error));
    }
  }, []);
  const refresh = useCallback(
    () =>
      carryOut(async () => {
        const [printers, kept] = await Promise.all([
          desk.ask('print.printers', {}),
          desk.ask('print.settings', {}),
        ]);
        setTold(printers);
        setSettings(kept);
      }),
    [desk, carryOut],
  );
  useEffect(() => void refresh(), [refresh]);
  return {
    told,
    settings,
    failure,
    refresh,
    choose: (layout, printer) =>
      carryOut(async () => setSettings(await desk.ask('print.choose', { layout, printer }))),
    calibrate: (printer, layout, mm) =>
      carryOut(async () => setSettings(await desk.ask('print.calibrate', { printer, layout, mm }))),
  };
}
