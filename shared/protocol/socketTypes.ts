/** Socket.IO's two event maps, derived from the tables of requests and pushes. */
import type { Answer } from './errors.ts';
import type { PushData, PushName } from './pushes.ts';
import type { RequestInput, RequestName, RequestOutput } from './requests.ts';

export type ClientToServer = {
  [Name in RequestName]: (input: RequestInput<Name>, answer: (answer: Answer<RequestOutput<Name>>) => void) => void;
};

export type ServerToClient = {
  [Name in PushName]: (data: PushData<Name>) => void;
};
