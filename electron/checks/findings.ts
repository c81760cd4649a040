import type { Check } from '../../shared/check/check.ts';
import type { CheckEvent } from '../../shared/check/event.ts';
import type { CheckOptions } from '../../shared/check/options.ts';
import type { Target } from '../../shared/check/target.ts';
import type { Service } from '../../shared/service/service.ts';
import type { Dialer } from '../probes/dialer.ts';
import type { StageLog } from './stage-log.ts';

/** What the stages of a check find; parts that were not reached are null. */
export type Findings = Pick<Check, 'failure' | 'resolution' | 'addresses' | 'service' | 'greeting' | 'tls' | 'http'>;

/** What every stage of one check works with. */
export interface StageContext {
  readonly target: Target;
  readonly options: CheckOptions;
  /** The service expected there, or null. */
  readonly service: Service | null;
  readonly dial: Dialer;
  readonly log: StageLog;
  readonly emit: (event: CheckEvent) => void;
}
