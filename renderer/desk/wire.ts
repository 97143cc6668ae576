/** One connection over which a desk tells what happens. */
export interface Wire {
  readonly isClosed: boolean;
  close(): void;
}

/** Opens a connection; `onClose` is called once, however it ends. */
export type OpenWire = (address: URL, onText: (text: string) => void, onClose: () => void) => Wire;

/** A WebSocket. */
export const openSocket: OpenWire = (address, onText, onClose) => {
  const there = new URL(address);
  there.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(there.href);
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onText(data);
  };
  socket.onclose = onClose;
  return {
    get isClosed() {
      return socket.readyState === WebSocket.CLOSED;
    },
    close: () => socket.close(),
  };
};

/** A stream of server-sent events, which tells the same. */
export const openStream: OpenWire = (address, onText, onClose) => {
  const source = new EventSource(address.href);
  let isClosed = false;
  const end = () => {
    if (isClosed) return;
    isClosed = true;
    source.close();
    onClose();
  };
  source.onmessage = ({ data }: MessageEvent<string>) => onText(data);
  // It would try again by itself; when that is done is decided for both kinds in one place.
  source.onerror = end;
  return {
    get isClosed() {
      return isClosed;
    },
    close: end,
  };
};
