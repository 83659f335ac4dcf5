/** Owns what each route shows: its title, whether one must be signed in, its lazily loaded module, and its element. */
import { html, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import type { Route } from './router.ts';
import type { SessionStore } from './session.ts';

export interface Page {
  /** For the window's title. Says nothing about a patient: titles end up in histories and screen shares. */
  readonly title: string;
  readonly access: 'anyone' | 'signed-in';
  /** Fetches the page's code; awaited before `render`. */
  load(): Promise<unknown>;
  render(session: SessionStore): TemplateResult;
}

/** The page of a route. */
export function pageOf(route: Route): Page {
  const titles = texts().app.titles;
  switch (route.name) {
    case 'home':
      return {
        title: titles.home,
        access: 'signed-in',
        load: () => import('../pages/homePage.ts'),
        render: (session) => html`<samrad-home-page .session=${session}></samrad-home-page>`,
      };
    case 'sign-in':
      return {
        title: titles.signIn,
        access: 'anyone',
        load: () => import('../pages/signInPage.ts'),
        render: (session) => html`<samrad-sign-in-page .session=${session}></samrad-sign-in-page>`,
      };
    case 'plan':
      return {
        title: titles.plan,
        access: 'signed-in',
        load: () => import('../pages/planPage.ts'),
        render: (session) => html`<samrad-plan-page .session=${session} .planId=${route.planId}></samrad-plan-page>`,
      };
    case 'consents':
      return {
        title: titles.consents,
        access: 'signed-in',
        load: () => import('../pages/consentPage.ts'),
        render: (session) =>
          html`<samrad-consent-page .session=${session} .planId=${route.planId}></samrad-consent-page>`,
      };
    case 'team':
      return {
        title: texts().team.title,
        access: 'signed-in',
        load: () => import('../pages/teamPage.ts'),
        render: (session) => html`<samrad-team-page .session=${session} .planId=${route.planId}></samrad-team-page>`,
      };
    case 'own-data':
      return {
        title: texts().ownData.title,
        access: 'signed-in',
        load: () => import('../pages/ownDataPage.ts'),
        render: (session) =>
          html`<samrad-own-data-page .session=${session} .planId=${route.planId}></samrad-own-data-page>`,
      };
    case 'versions':
      return {
        title: texts().versions.title,
        access: 'signed-in',
        load: () => import('../pages/versionsPage.ts'),
        render: (session) =>
          html`<samrad-versions-page .session=${session} .planId=${route.planId}></samrad-versions-page>`,
      };
    case 'print':
      return {
        title: texts().print.title,
        access: 'signed-in',
        load: () => import('../pages/printPage.ts'),
        render: (session) => html`<samrad-print-page .session=${session} .planId=${route.planId}></samrad-print-page>`,
      };
    case 'access-log':
      return {
        title: texts().accessLog.title,
        access: 'signed-in',
        load: () => import('../pages/accessLogPage.ts'),
        render: (session) =>
          html`<samrad-access-log-page .session=${session} .planId=${route.planId}></samrad-access-log-page>`,
      };
    case 'meeting':
      return {
        title: titles.meeting,
        access: 'signed-in',
        load: () => import('../pages/meetingPage.ts'),
        render: (session) =>
          html`<samrad-meeting-page .session=${session} .meetingId=${route.meetingId}></samrad-meeting-page>`,
      };
    case 'record':
      return {
        title: texts().minutes.page.title,
        access: 'signed-in',
        load: () => import('../pages/recordPage.ts'),
        render: (session) =>
          html`<samrad-record-page .session=${session} .meetingId=${route.meetingId}></samrad-record-page>`,
      };
    case 'link':
      return {
        title: titles.link,
        access: 'anyone',
        load: () => import('../pages/linkPage.ts'),
        render: (session) => html`<samrad-link-page .session=${session} .token=${route.token}></samrad-link-page>`,
      };
    case 'welcome':
      return {
        title: texts().passkeys.title,
        access: 'anyone',
        load: () => import('../pages/welcomePage.ts'),
        render: (session) =>
          html`<samrad-welcome-page .session=${session} .token=${route.token}></samrad-welcome-page>`,
      };
    case 'staff':
      return {
        title: texts().passkeys.staff.title,
        access: 'signed-in',
        load: () => import('../pages/staffPage.ts'),
        render: (session) => html`<samrad-staff-page .session=${session}></samrad-staff-page>`,
      };
    case 'areas':
      return {
        title: texts().areas.title,
        access: 'signed-in',
        load: () => import('../pages/areasPage.ts'),
        render: () => html`<samrad-areas-page></samrad-areas-page>`,
      };
    case 'my-tasks':
      return {
        title: texts().tasks.mine.title,
        access: 'signed-in',
        load: () => import('../pages/myTasksPage.ts'),
        render: (session) => html`<samrad-my-tasks-page .session=${session}></samrad-my-tasks-page>`,
      };
    case 'my-sessions':
      return {
        title: texts().sessions.title,
        access: 'signed-in',
        load: () => import('../pages/sessionsPage.ts'),
        render: () => html`<samrad-sessions-page></samrad-sessions-page>`,
      };
    case 'test':
      return {
        title: texts().lineTest.title,
        access: 'signed-in',
        load: () => import('../pages/testPage.ts'),
        render: () => html`<samrad-test-page></samrad-test-page>`,
      };
    case 'mailbox':
      return {
        title: texts().scheduling.mailbox.title,
        access: 'anyone',
        load: () => import('../pages/mailboxPage.ts'),
        render: () => html`<samrad-mailbox-page></samrad-mailbox-page>`,
      };
    case 'rules':
      return {
        title: texts().rules.page.title,
        access: 'signed-in',
        load: () => import('../pages/rulesPage.ts'),
        render: (session) => html`<samrad-rules-page .session=${session}></samrad-rules-page>`,
      };
    case 'unknown':
      return {
        title: titles.notFound,
        access: 'anyone',
        load: () => import('../pages/notFoundPage.ts'),
        render: () => html`<samrad-not-found-page></samrad-not-found-page>`,
      };
  }
}
