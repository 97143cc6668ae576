import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { makeDetector } from './detector';
import { cameraTrouble } from './trouble';
import type { CameraTrouble } from './trouble';
import { watchVideo } from './watchVideo';

export interface Camera {
  /** Why there is no picture; undefined while there is one or it is coming. */
  trouble: CameraTrouble | undefined;
  /** It looks, and reads what is held before it. */
  isReading: boolean;
  /** The cameras of this machine; their names are told once one of them may be used. */
  devices: readonly MediaDeviceInfo[];
}

type State = Omit<Camera, 'devices'>;
const STARTING: State = { trouble: undefined, isReading: false };

/**
 * Shows a camera in a video and reads codes from it while the page is to be seen; a page that is hidden lets the
 * camera go. `device`: '' for the one that looks at who stands before the screen. `attempt`: another number
 * tries again.
 */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  device: string,
  attempt: number,
  onText: (text: string, at: number) => void,
): Camera {
  const [state, setState] = useState(STARTING);
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  const hidden = useHidden();
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    if (hidden) return undefined;
    const stop = new AbortController();
    const fail = (trouble: CameraTrouble) => {
      if (!stop.signal.aborted) setState({ trouble, isReading: false });
    };
    const run = async () => {
      setState(STARTING);
      const stream = await openCamera(device, stop.signal);
      const screen = video.current;
      if (!screen) return;
      await show(stream, screen, () => fail('lost'));
      setDevices(await cameras());
      const detector = await makeDetector().catch(() => undefined);
      if (!detector) return fail('unreadable');
      if (stop.signal.aborted) return undefined;
      setState({ trouble: undefined, isReading: true });
      return watchVideo(screen, detector, stop.signal, (text, at) =>
        latest.current(text, at),
      ).catch(() => fail('unreadable'));
    };
    run().catch((thrown: unknown) => fail(cameraTrouble(thrown, window.isSecureContext)));
    return () => stop.abort();
  }, [video, device, attempt, hidden]);
  return { ...state, devices };
}

/** The picture of a camera, let go when `signal` says so, also while it is still being opened. */
async function openCamera(device: string, signal: AbortSignal): Promise<MediaStream> {
  const wanted = { width: { ideal: 1_280 }, height: { ideal: 720 } };
  const which = device ? { deviceId: { exact: device } } : { facingMode: { ideal: 'user' } };
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: false, video: { ...wanted, ...which } })
    .catch((thrown: unknown) => {
      // A camera that was unplugged since: any other will do.
      const isGone = thrown instanceof Error && thrown.name === 'OverconstrainedError';
      if (!device || !isGone) throw thrown;
      return navigator.mediaDevices.getUserMedia({ audio: false, video: wanted });
    });
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) letGo();
  else signal.addEventListener('abort', letGo, { once: true });
  return stream;
}

async function show(stream: MediaStream, screen: HTMLVideoElement, onLost: () => void) {
  for (const track of stream.getTracks()) track.addEventListener('ended', onLost);
  screen.srcObject = stream;
  await screen.play();
}

async function cameras(): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter((one) => one.kind === 'videoinput');
}

function useHidden(): boolean {
  const [hidden, setHidden] = useState(document.hidden);
  useEffect(() => {
    const look = () => setHidden(document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return hidden;
}
