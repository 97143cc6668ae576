/** Printers and badges on their way to them, for any screen of an event. */
export { PrinterChoice } from './PrinterChoice';
export { PrintJobs } from './PrintJobs';
export { ReprintAsk } from './ReprintAsk';
export { usePrinters } from './usePrinters';
export type { Printers } from './usePrinters';
export { usePrintJobs } from './usePrintJobs';
export type { Wanted } from './usePrintJobs';
