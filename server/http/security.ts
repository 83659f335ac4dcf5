/** What every HTTP answer is protected by, before any route is reached. */
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import { bodyLimit } from '../../shared/protocol/rest.ts';
import type { AttemptKind } from '../guard/attempts.ts';
import type { Guard } from '../guard/guard.ts';
import { refuse } from './handler.ts';
import type { Origins } from './origins.ts';

/** Requests per minute and address. A hospital's people may share one address; a page that opens a plan makes some sixty. */
const requestsPerMinute = 6_000;
/** Attempts to sign in or to redeem a link, per minute and address. */
const entriesPerMinute = 120;
/** Ways to a provider and back, two for each who signs in: a hospital's people come at the same time, and there is nothing to guess. */
const providerEntriesPerMinute = 1_200;

/** Puts the protection in front of everything. What is refused is told to the guard. */
export function secure(app: Express, { origins, guard }: { origins: Origins; guard: Guard }): void {
  app.disable('x-powered-by');
  // This server speaks no TLS itself: reached by HTTPS, there is one proxy in front, which says who asks.
  if (origins.secure) app.set('trust proxy', 1);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'object-src': ["'none'"],
          'script-src': ["'self'", compilesWasm],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'", webSocketSelf],
          'media-src': ["'self'", 'blob:', 'mediastream:'],
          'manifest-src': ["'self'"],
          'worker-src': ["'self'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      strictTransportSecurity: origins.secure ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    );
    next();
  });
  const limit = (perMinute: number) =>
    rateLimit({
      windowMs: 60_000,
      limit: perMinute,
      legacyHeaders: false,
      standardHeaders: false,
      keyGenerator: (request) => ipKeyGenerator(origins.addressOf(request) ?? ''),
      handler: (request, response) => {
        noteRefused(guard, request, 'too-many');
        refuse(response, 'too-many');
      },
    });
  app.use('/api', limit(requestsPerMinute));
  app.use(['/api/demo/sign-in', '/api/links/redeem'], limit(entriesPerMinute));
  app.use(['/api/sign-in', '/api/sign-out/back-channel'], limit(providerEntriesPerMinute));
  app.use('/api', (request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    if (origins.allows(request)) return next();
    noteRefused(guard, request, 'foreign-origin');
    refuse(response, 'not-found');
  });
  // No page of ours sends anything compressed: what is small on the line and large behind it is not unpacked.
  app.use('/api', express.json({ limit: bodyLimit, inflate: false }));
}

/**
 * The worker that blurs backgrounds runs its model in WebAssembly. A worker goes by the policy of its own script, so that
 * no page may compile any.
 */
function compilesWasm(request: { url?: string | undefined }): string {
  return /^\/assets\/blurWorker-[\w-]+\.js$/.test(request.url ?? '') ? "'wasm-unsafe-eval'" : "'self'";
}

/** Older Safari does not count wss: of the same host as 'self'. */
function webSocketSelf(request: { headers: { host?: string | undefined } }): string {
  const host = request.headers.host ?? '';
  return /^[A-Za-z0-9.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

function noteRefused(guard: Guard, request: Request, kind: AttemptKind): void {
  guard.note({ kind, channel: 'rest', session: null, address: guard.addressOf(request) });
}

/** What is left over: a body that is no JSON or too large, and paths that nothing answers. Registered last. */
export function closeOff(app: Express, guard: Guard): void {
  app.use('/api', (_request: Request, response: Response) => refuse(response, 'not-found'));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    const code = codeOf(status);
    if (code === 'too-large') noteRefused(guard, request, 'too-large');
    if (code === 'bad-request') noteRefused(guard, request, 'malformed');
    refuse(response, code);
  });
}

/** The code for an error that express or one of its parts raised with an HTTP status. */
function codeOf(status: unknown): ErrorCode {
  if (status === 413) return 'too-large';
  if (status === 404) return 'not-found';
  return typeof status === 'number' && status < 500 ? 'bad-request' : 'internal';
}
