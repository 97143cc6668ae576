import { TROUBLES } from '../../shared/print';
import type { Trouble } from '../../shared/print';

/**
 * What keeps a printer from printing, by the keywords of `printer-state-reasons` (RFC 8011, 5.4.12, and the
 * registry of the PWG) without their ending `-error`, `-warning` or `-report`. What is only running low is none.
 */
const BY_REASON: Readonly<Record<string, Trouble>> = {
  'media-empty': 'paper-out',
  'media-needed': 'paper-out',
  'input-media-supply-empty': 'paper-out',
  'input-tray-missing': 'paper-out',
  'media-jam': 'paper-jam',
  'input-media-form-jam': 'paper-jam',
  'fuser-jam': 'paper-jam',
  'cover-open': 'door-open',
  'door-open': 'door-open',
  'input-cover-open': 'door-open',
  'output-cover-open': 'door-open',
  'interlock-open': 'door-open',
  'toner-empty': 'ink-out',
  'marker-supply-empty': 'ink-out',
  'marker-supply-missing': 'ink-out',
  'marker-waste-full': 'needs-attention',
  'developer-empty': 'ink-out',
  'output-area-full': 'output-full',
  'output-mailbox-full': 'output-full',
  offline: 'no-contact',
  shutdown: 'no-contact',
  'timed-out': 'no-contact',
  paused: 'paused',
  'moving-to-paused': 'paused',
  'opc-life-over': 'needs-attention',
  'fuser-over-temp': 'needs-attention',
  'cutter-fault': 'needs-attention',
  'input-media-size-change': 'needs-attention',
  'media-size-mismatch': 'needs-attention',
  'cups-insecure-filter': 'needs-attention',
  'cups-missing-filter': 'needs-attention',
  'cups-remote-stopped': 'paused',
  'com.apple.print.recoverable': 'needs-attention',
};

/** What CUPS's own programs say of a printer that they do not reach, without a keyword for it. */
const OUT_OF_REACH =
  /may not exist or is unavailable|is unreachable|is not responding|unable to (?:locate|connect|contact)|waiting for printer to become available|no route to host|host is down|connection refused|is not connected|offline/i;

/** Every trouble in what a printer says of itself, the worst first. */
export function troublesIn(reasons: readonly string[], message: string): Trouble[] {
  // What a printer out of reach said of itself earlier may not be so any more.
  if (OUT_OF_REACH.test(message)) return ['no-contact'];
  const found = new Set<Trouble>();
  for (const reason of reasons) {
    const ended = /^(.*?)(?:-(error|warning|report))?$/.exec(reason);
    const known = BY_REASON[ended?.[1] ?? reason];
    if (known) found.add(known);
    else if (ended?.[2] === 'error') found.add('needs-attention');
  }
  // Something in general is told only where nothing better is known.
  if (found.size > 1) found.delete('needs-attention');
  return TROUBLES.filter((one) => found.has(one));
}
