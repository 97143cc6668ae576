import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { commandJsonSchema } from '../../shared/commands/command';
import type { LocalDesk } from '../desk/desk';
import { asDeskError, failure } from '../desk/failure';
import { documentOf } from '../exchange/export/json';
import { mayAsk } from '../../shared/network/roles';
import type { Role } from '../../shared/network/roles';
import { askAs, commandAs } from './askAs';
import { addressOf } from './caller';
import type { Door } from './caller';
import type { Callers } from './callers';
import { callSchema, readAsk, refusal, statusOf } from './callRoute';
import type { Connections } from './connections';
import { eventStream } from './eventStream';
import { cookieName } from './gate';
import { SAFE_HEADERS } from './headers';
import type { Buckets, Limits } from './limits';
import { readPageFile } from './pageFiles';
import { readBody } from './readBody';
import type { Roles } from './threshold';

/** One listener of the desk: who comes in there, and how much they may ask. */
export interface Link extends Door {
  desk: LocalDesk;
  callers: Callers;
  connections: Connections;
  /** As what each request came in. */
  came: Roles;
  limits: Limits;
  buckets: Buckets;
  /** Folder of the built pages. */
  pages: string;
  /** Address the server is bound to. */
  bound: string;
  now(): number;
}

type Env = { Bindings: HttpBindings; Variables: { role: Role } };

/** The HTTP side of the link; what it answers is described in docs/formats.md. */
export function createRoutes(link: Link): Hono<Env> {
  const { desk, limits } = link;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.env.outgoing.setHeader(name, value);
    await next();
  });

  app.get('/api/health', (c) => c.json({ ok: true }));

  app.use('/api/*', requireRole(link));
  const bodyOf = (c: Context<Env>) => {
    const { body } = limits;
    return readBody(c.env.incoming, c.get('role') === 'desk' ? body.desk : body.others);
  };

  app.get('/api/events', async (c) =>
    mayAsk(c.get('role'), 'events.list')
      ? answer(c, () => desk.ask('events.list', {}))
      : c.json(refusal('link.notForThisRole'), 403),
  );
  app.get('/api/live', (c) => {
    const asked = { url: new URL(c.req.url), socket: c.env.incoming.socket };
    return eventStream(asked, c.get('role'), link) ?? c.json(refusal('ask.malformed'), 400);
  });
  app.get('/api/commands', deskOnly, (c) => c.json(commandJsonSchema()));
  app.get('/api/events/:id', deskOnly, (c) =>
    answer(c, async () => {
      const { state } = await desk.shelf.open(c.req.param('id'));
      const { facts: _none, ...document } = documentOf(state, [], link.now());
      return { ...document, seq: state.seq };
    }),
  );
  app.post('/api/events/:id/commands', async (c) => {
    try {
      const ask = readAsk(await bodyOf(c));
      const outcome = await commandAs(desk, c.get('role'), { event: c.req.param('id'), ask });
      return say(c, outcome, outcome.ok ? 200 : 409);
    } catch (error) {
      return refused(c, error);
    }
  });
  app.post('/api/call', async (c) => {
    try {
      const { channel, payload } = callSchema.parse(await bodyOf(c));
      const envelope = await askAs(desk, c.get('role'), channel, payload);
      const barred = !envelope.ok && envelope.failure.code === 'link.notForThisRole';
      return say(c, envelope, barred ? 403 : 200);
    } catch (error) {
      // What a device in another role says wrongly is nothing it could be helped with.
      const tooLarge = asDeskError(error).code === 'link.tooLarge';
      if (c.get('role') !== 'desk' && !tooLarge) return c.json(refusal('link.notForThisRole'), 403);
      return refused(c, error);
    }
  });

  app.get('*', async (c) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const token = searchParams.get('token');
    if (token !== null) return pair(c, link, token);
    const file = await readPageFile(link.pages, pathname);
    if (!file) return c.json(refusal('link.noSuchPage'), 404);
    return c.body(new Uint8Array(file.bytes), 200, { 'Content-Type': file.type });
  });
  return app;
}

/** Answers in one write: a web Response around it costs as much as carrying out the command. */
function say(c: Context<Env>, value: unknown, status: number): Response {
  const { outgoing } = c.env;
  const text = JSON.stringify(value);
  const length = Buffer.byteLength(text);
  outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': length });
  outgoing.end(text);
  return RESPONSE_ALREADY_SENT;
}

/** Of whoever has come past the threshold without a role nothing is heard here. */
function requireRole({ came }: Link): MiddlewareHandler<Env> {
  return async (c, next) => {
    const role = came.get(c.env.incoming);
    if (!role) return c.json(refusal('link.noToken'), 401);
    c.set('role', role);
    await next();
  };
}

const deskOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('role') !== 'desk') return c.json(refusal('link.notForThisRole'), 403);
  await next();
};

/** Of these a device is one at a time: paired as the next, it is no longer the last. */
const ONE_AT_A_TIME: readonly Role[] = ['reception', 'moderator', 'kiosk'];

/** An address with a token pairs the browser: the token moves into a cookie and out of the address. */
function pair(c: Context<Env>, link: Link, token: string) {
  const { gate, roles, secure } = link;
  const address = addressOf(c.env.incoming);
  const held = gate.roleOf(token);
  const role = roles.find((one) => one === held) ?? null;
  if (!role || gate.shutFor(address, link.now(), role)) {
    gate.wrongTry(address, link.now(), token);
    return c.json(refusal('link.noToken'), 401);
  }
  gate.cameIn(address, role);
  if (ONE_AT_A_TIME.includes(role)) {
    for (const other of ONE_AT_A_TIME) {
      if (other !== role) deleteCookie(c, cookieName(other, secure), { secure });
    }
  }
  setCookie(c, cookieName(role, secure), token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
  });
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
