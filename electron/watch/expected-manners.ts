import type { CheckOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import { serviceById, serviceOfPort } from '../../shared/service/find-service.ts';
import type { Service } from '../../shared/service/service.ts';
import { mannersTowards, type WatchManners } from '../../shared/service/watch-manners.ts';

/** What is expected behind an endpoint before it was ever asked. */
export interface Expected {
  readonly service: Service | null;
  readonly manners: WatchManners;
}

/** The service that was named or that the port stands for, and how often it may be checked. One that is only recognised later decides then. */
export function expectedManners(target: Target, { service: id }: Pick<CheckOptions, 'service'>): Expected {
  const service = id === null ? serviceOfPort(target) : serviceById(id);
  return { service, manners: mannersTowards(target, service) };
}
