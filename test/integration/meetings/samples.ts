/** An input of the right form for every request, about nothing that is there. */
import { newId } from '../../../shared/domain/ids.ts';
import type { RequestName } from '../../../shared/protocol/requests.ts';

const mediaId = '6f3f6dd6-6a1f-4e3c-9a63-0d7b2f3f9f11';
export const samples: { [Name in RequestName]: unknown } = {
  'meeting:join': null,
  'meeting:setBeside': { beside: [{ name: 'Nora', relation: 'nabo' }] },
  'meeting:leave': {},
  'meeting:admit': { participantId: newId() },
  'meeting:confirm': { participantId: newId() },
  'meeting:decline': { participantId: newId() },
  'meeting:admitAll': {},
  'meeting:putBack': { participantId: newId() },
  'meeting:remove': { participantId: newId() },
  'meeting:lock': { locked: true },
  'meeting:setPhase': { phase: 'everyone' },
  'meeting:goTo': { pointId: null },
  'meeting:tick': { pointId: 'goals', ticked: true, closing: null },
  'meeting:say': { id: newId(), text: 'Hei' },
  'meeting:setCaptioner': { participantId: newId(), captions: true },
  'meeting:caption': { line: 'first', text: 'Hei', isDone: true },
  'meeting:answerRing': {},
  'meeting:raiseHand': { raised: true },
  'meeting:end': {},
  'media:setup': {},
  'media:connect': { transportId: mediaId, dtlsParameters: { fingerprints: [] } },
  'media:restartIce': { transportId: mediaId },
  'media:produce': { transportId: mediaId, source: 'microphone', rtpParameters: { codecs: [] }, paused: false },
  'media:pause': { source: 'microphone', paused: true },
  'media:stop': { source: 'microphone' },
  'media:receive': { rtpCapabilities: {} },
  'media:resume': { consumerIds: [mediaId] },
  'media:prefer': { consumerId: mediaId, size: 'large' },
};
