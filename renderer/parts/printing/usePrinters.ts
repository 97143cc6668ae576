import { useCallback, useEffect, useState } from 'react';
import type { CustomSize } from '../../../shared/badges/customLayout';
import type { AnswerOf, Failure } from '../../../shared/contract';
import type { PrintSettings } from '../../../shared/print';
import { failureOf, useDesk } from '../../desk';

/** All that is asked for answers whether it was carried out; `failure` says why not. */
export interface Printers {
  /** Undefined until the desk has told them. */
  told: AnswerOf<'print.printers'> | undefined;
  settings: PrintSettings | undefined;
  failure: Failure | undefined;
  /** Asks again: a printer may have been plugged in. */
  refresh(): Promise<boolean>;
  choose(layout: string, printer: string | null): Promise<boolean>;
  calibrate(printer: string, layout: string, mm: [number, number]): Promise<boolean>;
  /** Hands the layout's test sheet to the printer; answers whether it took it. */
  test(printer: string, layout: string, custom?: CustomSize): Promise<boolean>;
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
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
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
    test: (printer, layout, custom) =>
      carryOut(async () => {
        await desk.ask('print.testSheet', { printer, layout, ...(custom && { custom }) });
      }),
    calibrate: (printer, layout, mm) =>
      carryOut(async () => setSettings(await desk.ask('print.calibrate', { printer, layout, mm }))),
  };
}
