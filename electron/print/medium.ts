import type { Size } from './pageSize';

/** A printer's own measures are rounded, some to whole points (0.35 mm). */
const NEAR = 0.5;

interface Medium {
  keyword: string;
  size: Size;
}

/**
 * The `-o` options by which CUPS gives a medium of exactly this size (mm), null where the printer has none.
 * `supported` is the printer's `media-supported`. A size that the printer knows goes by its name. A size of
 * one's own is said twice: `media` for printers without a PPD, `PageSize` for those with one, because CUPS
 * cuts a custom `media` down to whole points on its way to the PPD (scheduler/job.c, ppd-cache.c).
 */
export function mediumOptions(size: Size, supported: readonly string[]): string[] | null {
  const media = supported.flatMap((keyword) => mediumOf(keyword) ?? []);
  // A queue without a driver says nothing of its media: it passes everything on.
  if (media.length === 0) return custom(size);
  const fixed = media.filter(({ keyword }) => !/^custom_(min|max)_/.test(keyword));
  const known = fixed.find((one) => isNear(one.size, size));
  if (known) return [`media=${known.keyword}`];
  const least = media.find(({ keyword }) => keyword.startsWith('custom_min_'))?.size;
  const most = media.find(({ keyword }) => keyword.startsWith('custom_max_'))?.size;
  if (!least || !most) return null;
  const fits = ([0, 1] as const).every(
    (side) => size[side] >= least[side] - NEAR && size[side] <= most[side] + NEAR,
  );
  return fits ? custom(size) : null;
}

function custom([width, height]: Size): string[] {
  const name = `Custom.${width}x${height}mm`;
  return [`media=${name}`, `PageSize=${name}`];
}

/** A self-describing name of PWG 5101.1, e.g. `iso_a4_210x297mm` or `na_index-4x6_4x6in`. */
function mediumOf(keyword: string): Medium | null {
  const found = /_([\d.]+)x([\d.]+)(mm|in)$/.exec(keyword);
  if (!found) return null;
  const unit = found[3] === 'in' ? 25.4 : 1;
  return { keyword, size: [Number(found[1]) * unit, Number(found[2]) * unit] };
}

const isNear = (one: Size, other: Size) =>
  Math.abs(one[0] - other[0]) <= NEAR && Math.abs(one[1] - other[1]) <= NEAR;
