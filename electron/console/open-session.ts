import type { SessionRequest } from '../../shared/console/session-request.ts';
import { dialDirectly } from '../probes/connect.ts';
import { connectorFor } from './dial.ts';
import { Session, type SessionListener } from './session.ts';

/** Opens a session with a target from this computer; `ended` among the events tells when and why it is over. */
export function openSession(request: SessionRequest, listener: SessionListener): Session {
  return new Session({ request, connect: connectorFor(request, dialDirectly), listener });
}
