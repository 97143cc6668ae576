import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { BadgeSettings } from '../../../shared/contract';
import type { Participant } from '../../../shared/model/participant';
import type { ReprintReason } from '../../../shared/print';
import { useEventDesk } from '../../desk';
import { download } from '../../parts/download';
import { usePrintJobs } from '../../parts/printing';
import { useAsking } from '../../parts/useAsking';
import type { Preview, Previewing } from './usePreview';
import { printedBefore } from './whom';

type Way = 'print' | 'save';

interface Around {
  /** What shows the PDF. */
  frame: RefObject<HTMLIFrameElement | null>;
  previewing: Previewing;
  settings: BadgeSettings;
  /** The desk's printer for this layout; without one, the browser prints what it shows. */
  printer: string | undefined;
  who: readonly string[];
  onPrinted(): void;
}

export interface Printing {
  begin(way: Way): void;
  /** Some have a badge already. */
  asked: { before: readonly Participant[]; answer(why: ReprintReason | null): void } | null;
  /** Handed over to be printed: did they come out? */
  sent: Preview | null;
  mark(): Promise<void>;
  forget(): void;
  refused: string;
  busy: boolean;
  /** The frame shows its document now. */
  shown(): void;
}

/**
 * From the PDF to paper: on the desk's printer, which counts the badges itself when they are out, or by
 * the browser, where a person says that they came out.
 */
export function usePrinting(around: Around): Printing {
  const { frame, previewing, settings, printer, who, onPrinted } = around;
  const { t } = useTranslation('badges');
  const { state } = useEventDesk();
  const { ask, refused } = useAsking();
  const { send } = usePrintJobs();
  const toPrint = useRef('');
  const [asked, setAsked] = useState<Printing['asked']>(null);
  const [sent, setSent] = useState<Preview | null>(null);
  const [again, setAgain] = useState<ReprintReason>();
  const [busy, setBusy] = useState(false);
  const { preview } = previewing;

  const allOf = async (): Promise<Preview | null> =>
    preview && preview.badges === preview.of ? preview : previewing.makeAll();

  const put = async (way: Way, why: ReprintReason | undefined) => {
    setBusy(true);
    setAgain(why);
    try {
      if (way === 'print' && printer) {
        await send({ who, settings, printer, ...(why && { again: why }) });
        onPrinted();
        return;
      }
      const whole = await allOf();
      if (!whole) return;
      if (way === 'save') download(whole.document, `${t('file')}.pdf`);
      else if (whole === preview || !navigator.pdfViewerEnabled) {
        printFrame(frame.current, whole.address);
      } else toPrint.current = whole.address;
      setSent(whole);
    } finally {
      setBusy(false);
    }
  };
  const begin = (way: Way) => {
    const before = printedBefore(state.participants, who);
    if (before.length === 0 || (sent && sent === preview)) return void put(way, again);
    setAsked({
      before,
      answer: (why) => {
        setAsked(null);
        if (why) void put(way, why);
      },
    });
  };
  const mark = async () => {
    if (!sent) return;
    const reason = again && { again };
    if (await ask({ type: 'badges.printed', who: sent.participants, ...reason })) {
      setSent(null);
      onPrinted();
    }
  };
  const shown = () => {
    if (toPrint.current === '' || toPrint.current !== preview?.address) return;
    toPrint.current = '';
    printFrame(frame.current, preview.address);
  };
  return {
    begin,
    asked,
    sent,
    mark,
    forget: () => setSent(null),
    refused,
    busy,
    shown,
  };
}

/** Prints what the frame shows; where the frame shows no PDF, the file is opened to be printed there. */
function printFrame(frame: HTMLIFrameElement | null, address: string): void {
  const shown = navigator.pdfViewerEnabled ? frame?.contentWindow : null;
  if (!shown) {
    window.open(address, '_blank');
    return;
  }
  try {
    shown.focus();
    shown.print();
  } catch {
    // A viewer of another origin, as Firefox's, lets nobody print from outside: it has a button of its own.
    window.open(address, '_blank');
  }
}
