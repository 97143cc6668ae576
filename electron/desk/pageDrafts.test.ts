import { describe, expect, it } from 'vitest';
import { PageDrafts } from './pageDrafts';

const at = { page: 'page', event: 'event' };

describe('what is being typed', () => {
  it('is there for the same page of the same event, and for no other', () => {
    const drafts = new PageDrafts();
    drafts.keep({ ...at, field: 'walkIn.name', text: 'Aino' });
    drafts.keep({ ...at, field: 'walkIn.name', text: 'Aino Malli' });
    drafts.keep({ ...at, field: 'notes', text: 'rivi\ntoinen' });
    const kept = { 'walkIn.name': 'Aino Malli', notes: 'rivi\ntoinen' };
    expect(drafts.read(at)).toEqual({ drafts: kept });
    expect(drafts.read({ ...at, page: 'another' })).toEqual({ drafts: {} });
    expect(drafts.read({ ...at, event: 'another' })).toEqual({ drafts: {} });
  });

  it('is forgotten once it is sent, and when its event is erased or locked', () => {
    const drafts = new PageDrafts();
    drafts.keep({ ...at, field: 'a', text: '1' });
    drafts.keep({ ...at, field: 'a', text: '' });
    expect(drafts.read(at)).toEqual({ drafts: {} });
    drafts.keep({ ...at, field: 'b', text: '2' });
    drafts.forget('another');
    expect(drafts.read(at)).toEqual({ drafts: { b: '2' } });
    drafts.forget('event');
    expect(drafts.read(at)).toEqual({ drafts: {} });
  });

  it('is kept of fifty pages, those that were quiet longest going first', () => {
    const drafts = new PageDrafts();
    for (let i = 0; i < 50; i++) drafts.keep({ ...at, page: `p${i}`, field: 'a', text: 'x' });
    drafts.keep({ ...at, page: 'p0', field: 'a', text: 'y' });
    drafts.keep({ ...at, page: 'new', field: 'a', text: 'z' });
    expect(drafts.read({ ...at, page: 'p0' })).toEqual({ drafts: { a: 'y' } });
    expect(drafts.read({ ...at, page: 'p1' })).toEqual({ drafts: {} });
  });

  it('is kept of sixty fields of a page, so that no page fills the memory', () => {
    const drafts = new PageDrafts();
    for (let i = 0; i < 100; i++) drafts.keep({ ...at, field: `f${i}`, text: 'x' });
    expect(Object.keys(drafts.read(at).drafts)).toHaveLength(60);
  });
});
