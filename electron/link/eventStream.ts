import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Outlet } from './live';
import { deliver, wantedLine } from './live';
import type { Link } from './routes';
import type { Role } from '../../shared/network/roles';

/**
 * The live line as a stream of server-sent events (HTML, 9.2), for a browser that lets a person pass a
 * certificate for requests but not for WebSockets: Safari, WebKit bug 145819. Null where the question names
 * no event.
 * `socket` is what it comes over; a listener that is too far behind loses it.
 */
export function eventStream(
  { url, socket }: { url: URL; socket: Duplex },
  role: Role,
  link: Link,
): Response | null {
  const wanted = wantedLine(url, role);
  if (!wanted) return null;
  const { event, view } = wanted;
  const behind = view === 'stage' ? link.limits.behind.stage : link.limits.behind.state;
  const gone = link.callers.listens(role);
  let stop = () => {};
  let open = true;
  const end = () => {
    if (!open) return;
    open = false;
    stop();
    gone();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const outlet: Outlet = {
          get readyState() {
            return open ? WebSocket.OPEN : WebSocket.CLOSED;
          },
          get bufferedAmount() {
            return behind - (controller.desiredSize ?? 0);
          },
          send: (frame: Uint8Array) => {
            controller.enqueue(Buffer.concat([BEFORE, frame, AFTER]));
          },
          close: () => {
            end();
            controller.close();
          },
          terminate: () => {
            end();
            socket.destroy();
          },
        };
        stop = link.desk.live(event, view, (signal) => deliver(outlet, signal, role, behind));
        if (!open) stop();
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: behind }),
  );
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
}

// A frame is JSON without a line break, as JSON.stringify writes it: one `data` line.
const BEFORE = Buffer.from('data: ');
const AFTER = Buffer.from('\n\n');
