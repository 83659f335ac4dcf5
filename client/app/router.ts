/** Owns the address: which page a path stands for, and moving between pages with the History API. */
import { idSchema } from '../../shared/domain/ids.ts';
import { tokenIn } from '../meeting/endToEnd/secret.ts';

export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'sign-in' }
  | { readonly name: 'plan'; readonly planId: string }
  | { readonly name: 'consents'; readonly planId: string }
  | { readonly name: 'versions'; readonly planId: string }
  | { readonly name: 'print'; readonly planId: string }
  | { readonly name: 'access-log'; readonly planId: string }
  | { readonly name: 'team'; readonly planId: string }
  | { readonly name: 'own-data'; readonly planId: string }
  | { readonly name: 'meeting'; readonly meetingId: string }
  | { readonly name: 'record'; readonly meetingId: string }
  /** The token stands in the fragment, which browsers do not send; empty where the link was cut short. */
  | { readonly name: 'link'; readonly token: string }
  /** As with `link`. */
  | { readonly name: 'welcome'; readonly token: string }
  | { readonly name: 'staff' }
  | { readonly name: 'areas' }
  | { readonly name: 'my-tasks' }
  | { readonly name: 'my-sessions' }
  | { readonly name: 'rules' }
  | { readonly name: 'test' }
  /** The demonstration's. */
  | { readonly name: 'mailbox' }
  | { readonly name: 'unknown' };

/** What stands behind a plan's address for a page of its own. */
const planPages = {
  consents: 'samtykke',
  versions: 'versjoner',
  print: 'utskrift',
  accessLog: 'innsyn',
  team: 'tilgang',
  ownData: 'opplysninger',
} as const;

export const paths = {
  home: '/',
  signIn: '/logg-inn',
  link: '/bli-med',
  welcome: '/velkommen',
  staff: '/administrasjon',
  areas: '/kommuner',
  rules: '/innstillinger',
  mailbox: '/postkasse',
  myTasks: '/oppgaver',
  mySessions: '/innlogginger',
  test: '/test',
  plan: (planId: string) => `/plan/${planId}`,
  versions: (planId: string) => `/plan/${planId}/${planPages.versions}`,
  print: (planId: string) => `/plan/${planId}/${planPages.print}`,
  consents: (planId: string) => `/plan/${planId}/${planPages.consents}`,
  accessLog: (planId: string) => `/plan/${planId}/${planPages.accessLog}`,
  team: (planId: string) => `/plan/${planId}/${planPages.team}`,
  ownData: (planId: string) => `/plan/${planId}/${planPages.ownData}`,
  meeting: (meetingId: string) => `/mote/${meetingId}`,
  record: (meetingId: string) => `/referat/${meetingId}`,
};

/** The page that an address stands for. An id of the wrong form is as unknown as one that does not exist. */
export function parseRoute({ pathname, hash }: { pathname: string; hash: string }): Route {
  const [first, second, third, ...more] = pathname.split('/').slice(1);
  if (more.length > 0 || (third !== undefined && first !== 'plan')) return { name: 'unknown' };
  if (second === undefined) {
    if (pathname === paths.home) return { name: 'home' };
    if (pathname === paths.rules) return { name: 'rules' };
    if (pathname === paths.test) return { name: 'test' };
    if (pathname === paths.mailbox) return { name: 'mailbox' };
    if (pathname === paths.signIn) return { name: 'sign-in' };
    if (pathname === paths.link) return { name: 'link', token: tokenIn(hash) };
    if (pathname === paths.welcome) return { name: 'welcome', token: hash.slice(1) };
    if (pathname === paths.staff) return { name: 'staff' };
    if (pathname === paths.areas) return { name: 'areas' };
    if (pathname === paths.mySessions) return { name: 'my-sessions' };
    if (pathname === paths.myTasks) return { name: 'my-tasks' };
    return { name: 'unknown' };
  }
  const id = idSchema.safeParse(second);
  if (!id.success) return { name: 'unknown' };
  if (first === 'plan') return planRoute(id.data, third);
  if (first === 'referat') return { name: 'record', meetingId: id.data };
  if (first === 'mote') return { name: 'meeting', meetingId: id.data };
  return { name: 'unknown' };
}

function planRoute(planId: string, page: string | undefined): Route {
  if (page === undefined) return { name: 'plan', planId };
  if (page === planPages.consents) return { name: 'consents', planId };
  if (page === planPages.versions) return { name: 'versions', planId };
  if (page === planPages.print) return { name: 'print', planId };
  if (page === planPages.team) return { name: 'team', planId };
  if (page === planPages.ownData) return { name: 'own-data', planId };
  if (page === planPages.accessLog) return { name: 'access-log', planId };
  return { name: 'unknown' };
}

const listeners = new Set<() => void>();

/**
 * Goes to another page of ours. `replace` takes the present address out of the history; links with a token are always
 * left that way, so that the token stands neither in the address nor behind the back button.
 */
export function navigate(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  for (const listener of listeners) listener();
}

/** Tells of every change of page: by `navigate`, the back button or an edited address. */
export function onNavigate(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** The path of a plain click on one of our own links, or null where the browser should deal with it. */
export function pathOfClick(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return null;
  return link.pathname + link.search + link.hash;
}
