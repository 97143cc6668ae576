import readerWasm from 'barcode-reader.wasm?url';

/** Reads the codes in a picture of a camera. */
export interface Detector {
  detect(picture: HTMLCanvasElement): Promise<ReadonlyArray<{ rawValue: string }>>;
}

declare global {
  interface Window {
    /** The browser's own reader (WICG Shape Detection); not every browser has one. */
    BarcodeDetector?: {
      new (options: { formats: string[] }): Detector;
      getSupportedFormats(): Promise<string[]>;
    };
  }
}

/** Badges of Nuija carry QR codes; the others are what registration systems print. */
const FORMATS = ['qr_code', 'code_128', 'aztec', 'data_matrix', 'pdf417'] as const;

/**
 * The browser's own reader where there is one that reads QR codes, else the one that comes with Nuija:
 * loaded when a camera is first used, from this machine.
 */
export async function makeDetector(): Promise<Detector> {
  return (await nativeDetector()) ?? (await ownDetector());
}

async function nativeDetector(): Promise<Detector | undefined> {
  const Native = window.BarcodeDetector;
  if (!Native) return undefined;
  const supported = await Native.getSupportedFormats();
  const formats = FORMATS.filter((format) => supported.includes(format));
  return formats.includes('qr_code') ? new Native({ formats }) : undefined;
}

async function ownDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  // Left to itself it would fetch its program from a content network.
  await prepareZXingModule({
    overrides: { locateFile: () => readerWasm },
    fireImmediately: true,
  });
  return new BarcodeDetector({ formats: [...FORMATS] });
}
