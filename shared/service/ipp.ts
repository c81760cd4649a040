import { http } from './http.ts';
import { tcp } from './service-port.ts';
import type { Service } from './service.ts';

/** The Internet Printing Protocol, which is HTTP with its own bodies (RFC 8010). */
export const ipp: Service = { ...http, id: 'ipp', name: 'IPP', ports: [tcp(631)] };
