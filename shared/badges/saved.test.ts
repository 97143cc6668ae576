import { describe, expect, it } from 'vitest';
import { DeskOfPaper } from '../testing/deskOfPaper';
import { eventSchema, wholeEvent } from '../model/event';
import { DEFAULT_DESIGN, withElement } from './design';
import { logoUrl } from './logo';

const svg = (inside: string) =>
  logoUrl({
    kind: 'svg',
    bytes: new TextEncoder().encode(`<svg viewBox="0 0 2 1">${inside}</svg>`),
  });

describe('the design that an event keeps', () => {
  it('is there before anybody has changed it, also where an older Nuija wrote the event', () => {
    const { event } = new DeskOfPaper().state;
    expect(event).toMatchObject({ badgeDesign: DEFAULT_DESIGN, badgeLogo: '', badgeSize: null });
    const { badgeDesign: _, badgeLogo: __, badgeSize: ___, ...older } = event;
    expect(wholeEvent(older)).toEqual(event);
    expect(eventSchema.parse(older)).toEqual(event);
  });

  it('is changed as a fact, and undone as one, with the logo left alone', () => {
    const desk = new DeskOfPaper();
    const logo = svg('<path d="M0 0h2v1z"/>');
    desk.must({ type: 'event.edit', fields: { badgeLogo: logo } });
    const badgeDesign = withElement(DEFAULT_DESIGN, 'needs', { shown: true });
    desk.must({ type: 'event.edit', fields: { badgeDesign } });
    expect(desk.state.event.badgeDesign).toEqual(badgeDesign);
    desk.must({ type: 'undo' });
    expect(desk.state.event.badgeDesign).toEqual(DEFAULT_DESIGN);
    expect(desk.state.event.badgeLogo).toContain('data:image/svg+xml');
  });

  it('holds a logo without what does not draw, however it came', () => {
    const desk = new DeskOfPaper();
    const hostile = svg('<script>alert(1)</script><path d="M0 0h2v1z" onclick="alert(1)"/>');
    desk.must({ type: 'event.edit', fields: { badgeLogo: hostile } });
    expect(atob(desk.state.event.badgeLogo.split(',')[1] ?? '')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>',
    );
  });

  it('refuses what is not a picture', () => {
    const badgeLogo = svg('<image href="file:///etc/passwd"/>');
    expect(() => new DeskOfPaper().must({ type: 'event.edit', fields: { badgeLogo } })).toThrow(
      /badLogo/,
    );
  });
});
