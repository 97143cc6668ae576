import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { commandJsonSchema } from '../../shared/commands/command';
import type { LocalDesk } from '../desk/desk';
import { asDeskError, failure } from '../desk/failure';
import { documentOf } from '../exchange/export/json';
import { callerRole, isForUs } from './caller';
import { callSchema, readAsk, statusOf } from './callRoute';
import { cookieName } from './gate';
import type { Gate, Role } from './gate';
import { SAFE_HEADERS } from './headers';
import { readPageFile } from './pageFiles';

/** Largest body in bytes: a registration file of 100 MB as base64, and some room. */
const MAX_BODY = 150 * 1024 * 1024;

export interface Link {
  desk: LocalDesk;
  gate: Gate;
  /** Folder of the built pages. */
  pages: string;
  /** Address the server is bound to. */
  bound: string;
  now(): number;
}

type Env = { Bindings: HttpBindings; Variables: { role: Role } };

/** The HTTP side of the link; what it answers is described in docs/formats.md. */
export function createRoutes(link: Link): Hono<Env> {
  const { desk, gate } = link;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    if (!isForUs(c.env.incoming, link.bound)) return c.json(no('link.strangeAddress'), 403);
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.res.headers.set(name, value);
  });

  app.get('/api/health', (c) => c.json({ ok: true }));

  const limit = bodyLimit({
    maxSize: MAX_BODY,
    onError: (c) => c.json(no('link.tooLarge'), 413),
  });
  app.use('/api/*', requireRole(link), limit);

  app.get('/api/events', (c) => answer(c, () => desk.ask('events.list', {})));
  app.get('/api/commands', (c) => c.json(commandJsonSchema()));
  app.get('/api/events/:id', (c) =>
    answer(c, async () => {
      const { state } = await desk.shelf.open(c.req.param('id'));
      const { facts: _none, ...document } = documentOf(state, [], link.now());
      return { ...document, seq: state.seq };
    }),
  );
  app.post('/api/events/:id/commands', async (c) => {
    try {
      const ask = readAsk(await c.req.json());
      const outcome = await desk.ask('event.command', { event: c.req.param('id'), ask });
      return c.json(outcome, outcome.ok ? 200 : 409);
    } catch (error) {
      return refused(c, error);
    }
  });
  app.post('/api/call', (c) =>
    answer(c, async () => {
      const { channel, payload } = callSchema.parse(await c.req.json());
      return desk.envelope(channel, payload);
    }),
  );

  app.get('*', async (c) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const token = searchParams.get('token');
    if (token !== null) return pair(c, gate, token, link.now());
    const file = await readPageFile(link.pages, pathname);
    if (!file) return c.json(no('link.noSuchPage'), 404);
    return c.body(new Uint8Array(file.bytes), 200, { 'Content-Type': file.type });
  });
  return app;
}

/** The answer to a request that goes no further. */
function no(code: string) {
  const known = failure(code);
  return { ok: false, failure: known.toFailure(), reason: known.message };
}

function requireRole({ gate, now }: Link): MiddlewareHandler<Env> {
  return async (c, next) => {
    const role = callerRole(c.env.incoming, gate, now());
    if (!role) return c.json(no('link.noToken'), 401);
    if (role !== 'desk') return c.json(no('link.notForThisRole'), 403);
    c.set('role', role);
    await next();
  };
}

/** An address with a token pairs the browser: the token moves into a cookie and out of the address. */
function pair(c: Context<Env>, gate: Gate, token: string, now: number) {
  const address = c.env.incoming.socket.remoteAddress ?? '';
  const role = gate.shutFor(address, now) ? null : gate.roleOf(token);
  if (!role) {
    gate.wrongTry(address, now);
    return c.json(no('link.noToken'), 401);
  }
  setCookie(c, cookieName(role), token, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return c.redirect('/', 303);
}

async function answer(c: Context<Env>, run: () => Promise<unknown>) {
  try {
    return c.json(await run());
  } catch (error) {
    return refused(c, error);
  }
}

function refused(c: Context<Env>, error: unknown) {
  const broken = error instanceof SyntaxError;
  const known = broken ? failure('ask.malformed', { what: error.message }) : asDeskError(error);
  return c.json(
    { ok: false, failure: known.toFailure(), reason: known.message },
    statusOf(known.code),
  );
}
