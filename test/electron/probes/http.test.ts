import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { askHttp, type HttpAnswered } from '../../../electron/probes/http.ts';
import { listenOnLoopback } from '../../support/loopback.ts';

const never = new AbortController().signal;

async function connectTo(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

async function ask(port: number, signal: AbortSignal = never): Promise<HttpAnswered> {
  return askHttp(
    {
      socket: await connectTo(port),
      reopen: () => connectTo(port),
      host: 'web1.example.net',
      port,
      isDefaultPort: false,
      path: '/a?b=1',
      timeoutMs: 2_000,
    },
    signal,
  );
}

function serveHttp(listener: RequestListener): ReturnType<typeof listenOnLoopback> {
  return listenOnLoopback(
    () => undefined,
    () => createHttpServer(listener),
  );
}

test('a HEAD request tells status, server and redirect target, and names the host with its port', async () => {
  const seen: unknown[] = [];
  const { port } = await serveHttp((request, response) => {
    seen.push([request.method, request.url, request.headers.host]);
    response.writeHead(301, 'Moved', { Server: 'nginx', Location: 'https://web1.example.net/' }).end();
  });
  const { http, cause } = await ask(port);
  expect(http).toMatchObject({
    method: 'HEAD',
    path: '/a?b=1',
    status: 301,
    reason: 'Moved',
    server: 'nginx',
    location: 'https://web1.example.net/',
  });
  expect(cause).toBeNull();
  expect(seen).toEqual([['HEAD', '/a?b=1', `web1.example.net:${port}`]]);
});

test('a server that does not allow HEAD is asked with GET, also when it closes the connection in between', async () => {
  for (const connection of ['keep-alive', 'close']) {
    const methods: (string | undefined)[] = [];
    const { port } = await serveHttp((request, response) => {
      methods.push(request.method);
      response.writeHead(request.method === 'HEAD' ? 405 : 200, { Connection: connection }).end();
    });
    const { http } = await ask(port);
    expect(http).toMatchObject({ method: 'GET', status: 200 });
    expect(methods).toEqual(['HEAD', 'GET']);
  }
});

test('a 5xx is the service saying no, with its words', async () => {
  const { port } = await serveHttp((_request, response) => response.writeHead(503, 'Busy').end());
  expect(await ask(port)).toMatchObject({ http: { status: 503 }, cause: { code: 'http_server_error', systemCode: '503', detail: 'Busy' } });
});

test('silence, a close before the reply, a reset and other words are told apart', async () => {
  const mute = await listenOnLoopback(() => undefined);
  const closing = await listenOnLoopback((socket) => socket.once('data', () => socket.end()));
  const resetting = await listenOnLoopback((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const foreign = await listenOnLoopback((socket) => socket.once('data', () => socket.end('-ERR what?\r\n')));
  const codes = [];
  for (const { port } of [mute, closing, resetting, foreign]) codes.push((await ask(port)).cause?.code);
  expect(codes).toEqual(['no_reply', 'connection_closed', 'connection_reset', 'reply_unreadable']);
});

test('control characters in headers are made visible', async () => {
  const { port } = await listenOnLoopback((socket) =>
    socket.once('data', () =>
      socket.end(Buffer.from('HTTP/1.1 200 O\u009bK\r\nServer: a\u009b31mb\r\nContent-Length: 0\r\n\r\n', 'latin1')),
    ),
  );
  const { http } = await ask(port);
  expect(http?.server).toBe('a\\x9b31mb');
  expect(http?.reason).toBe('O\\x9bK');
});

test('cancelling ends the request at once', async () => {
  const { port } = await listenOnLoopback(() => undefined);
  const controller = new AbortController();
  const pending = ask(port, controller.signal);
  setTimeout(() => controller.abort(), 20);
  expect((await pending).cause?.code).toBe('cancelled');
});

test('switching protocols is an answer, and interim replies without end are none', async () => {
  const switching = await listenOnLoopback((socket) =>
    socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n')),
  );
  const endless = await listenOnLoopback((socket) => socket.once('data', () => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(50))));
  expect(await ask(switching.port)).toMatchObject({ http: { status: 101 }, cause: null });
  expect(await ask(endless.port)).toMatchObject({ http: null, cause: { code: 'reply_unreadable' } });
});
