import { describe, expect, it } from 'vitest';
import { FIRST_PLACE, placeOn } from './windowPlace';

const laptop = { workArea: { x: 0, y: 25, width: 1366, height: 743 } };
const beamer = { workArea: { x: 1366, y: 0, width: 1920, height: 1080 } };
const was = { x: 1500, y: 100, width: 1200, height: 800, maximised: false };

describe('the window opens', () => {
  it('in the middle at first', () => {
    expect(placeOn([laptop], undefined)).toEqual(FIRST_PLACE);
  });

  it('where it was', () => {
    expect(placeOn([laptop, beamer], was)).toEqual(was);
    expect(placeOn([laptop, beamer], { ...was, maximised: true }).maximised).toBe(true);
  });

  it('in the middle of what is there when its display is gone, and no larger than that', () => {
    expect(placeOn([laptop], was)).toEqual({ width: 1200, height: 743, maximised: false });
  });

  it.each([
    ['above the display', { ...was, x: 20, y: -40 }],
    ['beside it but for a corner', { ...was, x: -1150, y: 100 }],
    ['below it', { ...was, x: 20, y: 760 }],
  ])('in the middle when nobody could take hold of it: %s', (_where, place) => {
    expect(placeOn([laptop], place)).not.toHaveProperty('x');
  });

  it('where it was although it reaches over the edge', () => {
    expect(placeOn([laptop], { ...was, x: -300, y: 30 })).toMatchObject({ x: -300, y: 30 });
  });

  it('at its own size where the system names no display', () => {
    expect(placeOn([], was)).toEqual({ width: 1200, height: 800, maximised: false });
  });
});
