/** Binds the table of requests to what is done for them: a name and an unknown input in, checked work out. */
import type { z } from 'zod';
import { SamradError } from '../../shared/protocol/errors.ts';
import { requestPolicy, type RequestAsker } from '../../shared/protocol/requestPolicy.ts';
import { requests, type RequestInput, type RequestName, type SocketState } from '../../shared/protocol/requests.ts';
import { handlers, type Desk, type Handlers } from './handlers.ts';

export interface BoundRequest {
  readonly states: readonly SocketState[];
  readonly asker: RequestAsker;
  /** Parses the input; calling what it answers begins the work. @throws SamradError `bad-request`. */
  readonly parse: (input: unknown) => (desk: Desk) => Promise<unknown>;
}

interface Tables {
  readonly handlers: Handlers;
  readonly requests: {
    readonly [Name in RequestName]: {
      readonly input: z.ZodType<RequestInput<Name>>;
      readonly states: readonly SocketState[];
    };
  };
}

/** Every request by its name on the wire. */
export const boundRequests: ReadonlyMap<string, BoundRequest> = new Map<string, BoundRequest>(
  Object.keys(requests)
    .filter(isRequestName)
    .map((name) => bind({ handlers, requests }, name)),
);

function bind<Name extends RequestName>(tables: Tables, name: Name): readonly [Name, BoundRequest] {
  const handle: Handlers[Name] = tables.handlers[name];
  const { input, states }: Tables['requests'][Name] = tables.requests[name];
  const parse: BoundRequest['parse'] = (raw) => {
    const result = input.safeParse(raw);
    if (!result.success) throw new SamradError('bad-request');
    return (desk) => handle(desk, result.data);
  };
  return [name, { states, asker: requestPolicy[name], parse }];
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}
