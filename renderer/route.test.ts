import { describe, expect, it } from 'vitest';
import { readRoute, writeRoute } from './route';

describe('the address of a page', () => {
  it('names the event and the screen', () => {
    expect(readRoute('#/e/01ABC/panel')).toEqual({ at: 'event', event: '01ABC', screen: 'panel' });
  });

  it('may be that of the tour', () => {
    expect(readRoute('#/tour')).toEqual({ at: 'tour' });
    expect(writeRoute({ at: 'tour' })).toBe('#/tour');
  });

  it('names the view at the door', () => {
    const route = { at: 'door', event: '01ABC' } as const;
    expect(readRoute('#/door/01ABC')).toEqual(route);
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  it('names the stage view', () => {
    expect(readRoute('#/stage/01ABC/speaker')).toEqual({
      at: 'stage',
      event: '01ABC',
      view: 'speaker',
    });
  });

  it('may name the language of a stage screen, and passes over one that is not known', () => {
    expect(readRoute('#/stage/01ABC/hall/sv')).toMatchObject({ view: 'hall', language: 'sv' });
    expect(readRoute('#/stage/01ABC/hall/xx')).not.toHaveProperty('language');
    const route = { at: 'stage', event: '01ABC', view: 'speaker', language: 'en' } as const;
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  it('may name the display and the room of a stage screen', () => {
    const hall = {
      at: 'stage',
      event: '01ABC',
      view: 'test',
      display: 'Näyttö 2 / oikea',
    } as const;
    const inRoom = { at: 'stage', event: '01ABC', view: 'hall', room: 'Sali 2/3' } as const;
    for (const route of [
      hall,
      { ...hall, language: 'fi' } as const,
      inRoom,
      { ...hall, ...inRoom },
    ]) {
      expect(readRoute(writeRoute(route))).toEqual(route);
    }
  });

  it('leads to the reception where the screen is not known', () => {
    expect(readRoute('#/e/01ABC/nonsense')).toMatchObject({ screen: 'reception' });
  });

  it('leads to the start where nothing can be read', () => {
    for (const hash of ['', '#', '#/', '#/%E0%A4%A', '#/e', '#/elsewhere/x']) {
      expect(readRoute(hash)).toEqual({ at: 'start' });
    }
  });

  it('comes back as it was written, whatever is in the event id', () => {
    const route = { at: 'event', event: 'a/b c#ö', screen: 'export' } as const;
    expect(readRoute(writeRoute(route))).toEqual(route);
  });
});
