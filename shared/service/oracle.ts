import { clientFirst } from './client-first.ts';
import { tcp } from './service-port.ts';

/** Oracle's listener. Every question to it is written into its log as a service request, so none is asked. */
export const oracle = clientFirst({ id: 'oracle', name: 'Oracle', ports: [tcp(1_521)] });
