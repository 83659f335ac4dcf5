/**
 * Who may send each Socket.IO request: one line for every request, or the types do not fit. In which states a page may
 * send it stands in the table of requests; who is let into a meeting, in shared/domain/policy.ts.
 */
import type { RequestName } from './requests.ts';

/**
 * `invited`: who is invited to the meeting asked for; `participant`: whoever has that place; `leader`: the convener and the
 * coordinator; `anyone`: who is signed in or came by a link, for what is about their own line only.
 */
export type RequestAsker = 'invited' | 'participant' | 'leader' | 'anyone';

export const requestPolicy: { readonly [Name in RequestName]: RequestAsker } = {
  'meeting:join': 'invited',
  'meeting:setBeside': 'participant',
  'meeting:leave': 'participant',
  'meeting:admit': 'leader',
  'meeting:admitAll': 'leader',
  'meeting:decline': 'leader',
  'meeting:putBack': 'leader',
  'meeting:remove': 'leader',
  'meeting:lock': 'leader',
  'meeting:setPhase': 'leader',
  'meeting:goTo': 'leader',
  'meeting:tick': 'leader',
  'meeting:answerRing': 'participant',
  'meeting:say': 'participant',
  'meeting:setCaptioner': 'leader',
  'meeting:caption': 'participant',
  'meeting:confirm': 'leader',
  'meeting:raiseHand': 'participant',
  'meeting:announceKey': 'participant',
  'meeting:passKeys': 'participant',
  'meeting:end': 'leader',
  'media:prepare': 'invited',
  'media:connectPrepared': 'anyone',
  'media:setup': 'participant',
  'media:connect': 'participant',
  'media:restartIce': 'participant',
  'media:produce': 'participant',
  'media:pause': 'participant',
  'media:stop': 'participant',
  'media:receive': 'participant',
  'media:resume': 'participant',
  'media:prefer': 'participant',
  'test:open': 'anyone',
  'test:way': 'anyone',
  'test:connect': 'anyone',
  'test:produce': 'anyone',
  'test:measure': 'anyone',
  'test:result': 'anyone',
  'test:close': 'anyone',
};
