import { describe, expect, it } from 'vitest';
import { readAs } from '../model/readAs';
import { everyPart } from './back';
import {
  BADGE_ELEMENTS,
  badgeDesignSchema,
  DEFAULT_DESIGN,
  everyElement,
  showing,
  withElement,
  withMoved,
} from './design';

const names = (design: { elements: readonly { element: string }[] }) =>
  design.elements.map(({ element }) => element);

describe('the design of badges', () => {
  it('is looked through without zod, so that an event of 10,000 people opens fast', () => {
    expect(readAs(badgeDesignSchema, DEFAULT_DESIGN).data).toBe(DEFAULT_DESIGN);
  });

  it('takes colours as #rrggbb or none, and nothing else', () => {
    const design = (speaker: string) => ({
      ...DEFAULT_DESIGN,
      roles: { ...DEFAULT_DESIGN.roles, speaker },
    });
    expect(badgeDesignSchema.safeParse(design('#12aBcd')).success).toBe(true);
    for (const wrong of ['red', '#123', 'url(x)', '#1234567']) {
      expect(badgeDesignSchema.safeParse(design(wrong)).success).toBe(false);
    }
  });

  it('knows every element once, whatever was written', () => {
    const [first] = DEFAULT_DESIGN.elements;
    if (!first) throw new Error('there are elements');
    const all = everyElement({
      elements: [
        { ...first, element: 'qr' },
        { ...first, element: 'qr' },
      ],
    });
    expect(all.map(({ element }) => element).toSorted()).toEqual([...BADGE_ELEMENTS].toSorted());
    expect(all.filter(({ shown }) => shown)).toHaveLength(1);
    expect(everyPart({ parts: [] }).every(({ shown }) => !shown)).toBe(true);
  });

  it('moves one element and leaves the others in their order', () => {
    const moved = withMoved(DEFAULT_DESIGN, 'qr', 0);
    expect(names(moved)).toEqual(['qr', ...BADGE_ELEMENTS.filter((one) => one !== 'qr')]);
    expect(names(withMoved(moved, 'qr', 99))).toEqual([...BADGE_ELEMENTS]);
    expect(names(withMoved(DEFAULT_DESIGN, 'logo', 2)).slice(0, 3)).toEqual([
      'event',
      'firstName',
      'logo',
    ]);
  });

  it('changes one element', () => {
    const changed = withElement(DEFAULT_DESIGN, 'offers', { shown: true, size: 'large' });
    expect(changed.elements.find(({ element }) => element === 'offers')).toEqual({
      element: 'offers',
      shown: true,
      size: 'large',
    });
    expect(changed.elements.filter((one, at) => one !== DEFAULT_DESIGN.elements[at])).toHaveLength(
      1,
    );
    expect(showing(changed, ['firstName']).elements.filter(({ shown }) => shown)).toMatchObject([
      { element: 'firstName' },
    ]);
  });
});
