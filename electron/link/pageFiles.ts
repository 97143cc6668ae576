import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
};

/** A file of the built pages. */
export interface PageFile {
  type: string;
  bytes: Buffer;
}

/**
 * Reads a file of the built pages by the path of its address; '/' is the page itself. Null for
 * anything that is not there, is of another kind, or would lead out of the folder.
 */
export async function readPageFile(folder: string, address: string): Promise<PageFile | null> {
  const wanted = pathIn(folder, address === '/' ? '/index.html' : address);
  const type = wanted && TYPES[extname(wanted)];
  if (!wanted || !type) return null;
  try {
    return { type, bytes: await readFile(wanted) };
  } catch {
    // Not there, or a folder: to whoever asks both are "no such file".
    return null;
  }
}

function pathIn(folder: string, address: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const path = normalize(join(folder, decoded));
  return path.startsWith(folder + sep) ? path : null;
}
