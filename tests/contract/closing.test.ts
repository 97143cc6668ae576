import { expect, it } from 'vitest';
import { openTestDesk } from './openDesk';

it('a desk that is being closed opens no event again, so no second hand writes to its files', async () => {
  const { desk, close } = await openTestDesk();
  const { event } = await desk.ask('events.demo', {});
  const closing = desk.close();
  const command = { type: 'participant.add', fields: { lastName: 'Myöhässä' } } as const;
  const late = desk.ask('event.command', { event, ask: { command } });
  await expect(late).rejects.toMatchObject({ code: 'store.closed' });
  await closing;
  await expect(desk.ask('event.state', { event })).rejects.toMatchObject({ code: 'store.closed' });
  await close();
});
