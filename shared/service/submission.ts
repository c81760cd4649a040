import { tcp } from './service-port.ts';
import type { Service } from './service.ts';
import { smtp } from './smtp.ts';

/** Mail submission from a mail program (RFC 6409). */
export const submission: Service = { ...smtp, id: 'submission', name: 'Submission', ports: [tcp(587)] };
