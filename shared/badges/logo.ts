import { readJpeg } from './jpeg';
import { readPng } from './png';
import type { PngProblem } from './png';
import { svgShape, tidySvg } from './svg';
import type { SvgProblem } from './svg';

/** A logo as it is kept: '' or a data URL. */
export const LOGO_PATTERN = /^(?:data:image\/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+={0,2})?$/;
/** Largest file, bytes: it is part of the event and goes to every screen with it. */
export const LARGEST_LOGO = 300_000;
/** What such a file is as a data URL, characters. */
export const LONGEST_LOGO = 32 + Math.ceil(LARGEST_LOGO / 3) * 4;
/** Widest and highest picture, px: far more than any badge prints, and drawn in an instant. */
export const MOST_PIXELS = 3_000;

export type LogoKind = 'png' | 'jpeg' | 'svg';

/** Why a file cannot be the logo; keys under `logo.` in the locales. */
export type LogoProblem =
  | 'too-large'
  | 'too-many-pixels'
  | 'not-a-picture'
  | PngProblem
  | SvgProblem;

/** A logo taken apart. */
export interface Logo {
  kind: LogoKind;
  bytes: Uint8Array;
  /** Width divided by height. */
  ratio: number;
}

export type LogoRead =
  | { logo: Logo; problem?: undefined }
  | { logo?: undefined; problem: LogoProblem };

/**
 * Recognises a picture by what is in it, not by its name, and looks whether it can be printed. An SVG
 * comes back without anything that is not drawing: scripts, links, what lies elsewhere; a photograph without
 * the notes it carries.
 */
export function readLogo(bytes: Uint8Array): LogoRead {
  if (bytes.length > LARGEST_LOGO) return { problem: 'too-large' };
  const png = readPng(bytes);
  if (png?.problem) return { problem: png.problem };
  if (png) return sized('png', png.bytes, png.header);
  const jpeg = readJpeg(bytes);
  if (jpeg) return sized('jpeg', jpeg.bytes, jpeg);
  const text = new TextDecoder().decode(bytes);
  if (!/<(?:\w+:)?svg[\s>]/i.test(text)) return { problem: 'not-a-picture' };
  const { svg, problem } = tidySvg(text);
  if (problem) return { problem };
  const tidy = new TextEncoder().encode(svg);
  return { logo: { kind: 'svg', bytes: tidy, ratio: svgShape(svg) ?? 1 } };
}

const MIME = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** A logo as it is kept with the event. */
export function logoUrl({ kind, bytes }: Pick<Logo, 'kind' | 'bytes'>): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${MIME[kind]};base64,${btoa(binary)}`;
}

/** The logo in a data URL, read with the same care as a file; null where there is none. */
export function logoIn(url: string): LogoRead | null {
  if (url === '') return null;
  const binary = decoded(url.slice(url.indexOf(',') + 1));
  return binary === null || !LOGO_PATTERN.test(url)
    ? { problem: 'damaged' }
    : readLogo(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
}

function decoded(base64: string): string | null {
  try {
    return atob(base64);
  } catch {
    return null;
  }
}

interface Size {
  width: number;
  height: number;
}

function sized(kind: 'png' | 'jpeg', bytes: Uint8Array, { width, height }: Size): LogoRead {
  if (!(width > 0 && height > 0)) return { problem: 'damaged' };
  if (Math.max(width, height) > MOST_PIXELS) return { problem: 'too-many-pixels' };
  return { logo: { kind, bytes, ratio: width / height } };
}
