/** The IPC channels between preload and main; what crosses on them is the contract's business. */
export const IPC = {
  /** invoke(channel, payload) → Envelope */
  ask: 'nuija:ask',
  /** send(line, event, view): begin to listen; `line` is a number of the page's own. */
  listen: 'nuija:listen',
  /** send(line): stop listening. */
  stop: 'nuija:stop',
  /** main → page: (line, frame) */
  frame: 'nuija:frame',
} as const;
