import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/contract';
import { Saving } from './saving';

const full: Failure = { code: 'store.disk-full', params: {}, message: 'full' };
const offline: Failure = { code: 'desk.offline', params: {}, message: 'offline' };

let saving: Saving;
beforeEach(() => {
  saving = new Saving();
});
const fail = (failure: Failure) => {
  saving.begin();
  saving.failed(failure);
};
const saved = () => saving.word.saved;

describe('the saved word', () => {
  it('is saving while anything is on its way, and saved when all of it is durable', () => {
    saving.begin();
    saving.begin();
    saving.done();
    expect(saved()).toBe('saving');
    saving.done();
    expect(saved()).toBe('saved');
  });

  it('is not saved, with the reason, until something is durable again', () => {
    fail(full);
    expect(saving.word).toEqual({ saved: 'failed', failure: full });
    saving.begin();
    expect(saved()).toBe('failed');
    saving.refused();
    expect(saved()).toBe('failed');
    saving.begin();
    saving.done();
    expect(saved()).toBe('saved');
  });

  it('says so on a screen where nothing was asked, from what the desk tells', () => {
    saving.told(full);
    expect(saving.word).toEqual({ saved: 'failed', failure: full });
    saving.told(undefined);
    expect(saved()).toBe('saved');
  });

  it('goes back by itself when the desk saves again for somebody else', () => {
    fail(full);
    saving.told(undefined);
    expect(saved(), 'told before the desk knew').toBe('failed');
    saving.told(full);
    saving.told(undefined);
    expect(saved()).toBe('saved');
  });

  it('goes back when the desk is reached again, but not for a full disk', () => {
    fail(offline);
    saving.reached();
    expect(saved()).toBe('saved');
    fail(full);
    saving.reached();
    expect(saved()).toBe('failed');
  });
});
