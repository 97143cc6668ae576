import type { Detector } from './detector';

/** Between two looks, ms: quick to the eye, and the machine has time for everything else. */
const LOOK_MS = 100;
/** Long edge of the picture that is looked through, px: a badge that fills a third of it is read well. */
const EDGE = 960;

/**
 * Looks at a video again and again until `signal` says to stop, and tells what it reads with the instant
 * (ms, monotonic). Ends with an error when the reader fails.
 */
export async function watchVideo(
  video: HTMLVideoElement,
  detector: Detector,
  signal: AbortSignal,
  onText: (text: string, at: number) => void,
): Promise<void> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser draws no pictures.');
  while (!signal.aborted) {
    const { videoWidth, videoHeight } = video;
    if (videoWidth > 0 && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      const scale = Math.min(1, EDGE / Math.max(videoWidth, videoHeight));
      canvas.width = Math.round(videoWidth * scale);
      canvas.height = Math.round(videoHeight * scale);
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      const seen = await detector.detect(canvas);
      if (signal.aborted) return;
      for (const { rawValue } of seen) onText(rawValue, performance.now());
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
