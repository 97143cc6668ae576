/** Below this share of its largest size a text is broken within words rather than made smaller. */
export const LEAST = 0.3;

/** So many halvings leave less than a hundredth of the size between what fits and what does not. */
const STEPS = 7;

/** The largest share of its largest size, LEAST–1, at which a text fits; LEAST when none does. */
export function largestFitting(fits: (share: number) => boolean): number {
  if (fits(1)) return 1;
  let fitting = LEAST;
  let tooLarge = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (fitting + tooLarge) / 2;
    if (fits(middle)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting;
}

/** Makes `text` as large as `box` allows; the font size of `box` is the largest that is wanted. */
export function fitText(box: HTMLElement, text: HTMLElement): void {
  const size = (share: number) => {
    text.style.fontSize = `${share}em`;
  };
  // Within words a text is broken only where it does not fit otherwise.
  text.style.overflowWrap = 'normal';
  size(
    largestFitting((share) => {
      size(share);
      return text.scrollHeight <= box.clientHeight && text.scrollWidth <= box.clientWidth;
    }),
  );
  text.style.overflowWrap = 'anywhere';
}
