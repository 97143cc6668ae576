import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { correction, generate } from 'lean-qr';

/** What Chromium's make-believe camera shows; read each time a page opens the camera. */
export const CAMERA_FILM = join(tmpdir(), `nuija-camera-${process.pid}.y4m`);

const [WIDTH, HEIGHT] = [640, 480];
const [DARK, LIGHT, GREY] = [30, 220, 128];
/** Pixels of a module: a badge held an arm's length away. */
const MODULE = 8;

/** Films the QR code of a badge, as the badge carries it: one white card before a grey wall. */
export async function filmBadge(code: string): Promise<void> {
  const { size, get } = asMatrix(code);
  const quiet = 4;
  const edge = (size + 2 * quiet) * MODULE;
  const left = Math.floor((WIDTH - edge) / 2);
  const top = Math.floor((HEIGHT - edge) / 2);
  const light = Buffer.alloc(WIDTH * HEIGHT, 90);
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      const isDark = get(Math.floor(x / MODULE) - quiet, Math.floor(y / MODULE) - quiet);
      light[(top + y) * WIDTH + left + x] = isDark ? DARK : LIGHT;
    }
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const picture = [Buffer.from('FRAME\n'), light, colour];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(CAMERA_FILM, Buffer.concat([head, ...picture, ...picture]));
}

function asMatrix(code: string) {
  const bitmap = generate(code, { minCorrectionLevel: correction.M });
  return { size: bitmap.size, get: (x: number, y: number) => bitmap.get(x, y) };
}
