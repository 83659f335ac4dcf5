/** Hands mails to an SMTP server. */
import { createTransport } from 'nodemailer';
import type { SendMail } from './outbox.ts';

export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://…`. */
  readonly smtpUrl: string;
  /** The address that mails come from. */
  readonly from: string;
}

const patienceMs = 20_000;

/** `calendar` goes along as an invitation that calendars understand. */
export function smtpSender({ smtpUrl, from }: MailSettings): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ address, subject, body, calendar }) => {
    const method = calendar?.includes('METHOD:CANCEL') ? 'CANCEL' : 'REQUEST';
    await transport.sendMail({
      from,
      to: address,
      subject,
      text: body,
      ...(calendar !== null && { icalEvent: { method, filename: 'samrad.ics', content: calendar } }),
    });
  };
}
