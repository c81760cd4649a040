import type { Check } from '../../shared/check/check.ts';
import type { Target } from '../../shared/check/target.ts';
import type { HostSummary } from '../../shared/history/host.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { RequestOf } from '../../shared/ipc/types.ts';
import { ask, follow } from '../bridge.ts';
import { CheckRun, type CheckResult } from './check-run.svelte.ts';
import { Comparing } from './comparing.svelte.ts';
import { TimelineReading } from './endpoint-timeline.svelte.ts';
import { HistoryStatus } from './history-status.svelte.ts';
import { HostList } from './host-list.svelte.ts';
import { ListedChecks } from './listed-checks.svelte.ts';
import { PastChecks, type KnownEndpoint } from './past-checks.svelte.ts';

type CheckRequest = RequestOf<'runCheck'>;

/** What stands on the page of the open endpoint. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'running'; readonly run: CheckRun }
  | { readonly kind: 'check'; readonly check: Check; readonly notSaved: StoreProblem | null };

/** What the person works on: the open endpoint, the check shown of it, and the checks that run. */
export class Workspace {
  readonly hosts = new HostList();
  readonly past = new PastChecks();
  readonly listed = new ListedChecks();
  readonly comparing = new Comparing();
  readonly timeline = new TimelineReading();
  readonly status = new HistoryStatus();

  /** The endpoint whose page is open, or null before the first. */
  endpoint: Target | null = $state.raw(null);
  shown: Shown = $state.raw({ kind: 'nothing' });
  runs: readonly CheckRun[] = $state.raw([]);
  /** The lists were read: what is empty now is empty indeed. */
  hasStarted = $state(false);
  /** The check that ended last on the open page: to be said once, aloud. */
  justEnded: Check | null = $state.raw(null);

  /** What was asked of an endpoint in this session, so that "check again" asks the same. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the screen depends on it
  readonly #asked = new Map<string, CheckRequest['options']>();

  /** Why a part of the open page could not be read, or null. */
  readonly problem = $derived(this.past.problem ?? this.listed.problem ?? this.comparing.problem ?? this.timeline.problem);

  /** Reads what is there, opens the host checked last, and follows what the command line adds. */
  async start(): Promise<void> {
    follow('followHistory', null, { onEvent: () => void this.#refresh() });
    await Promise.all([this.hosts.refresh(), this.status.refresh()]);
    const [newest] = this.hosts.hosts ?? [];
    this.hasStarted = true;
    if (newest !== undefined && this.endpoint === null) await this.openHost(newest);
  }

  /** Runs a check and opens its page. */
  check(request: CheckRequest): void {
    const { target } = request;
    this.#asked.set(keyOf(target), request.options);
    const run = new CheckRun(request, (ended, result) => void this.#end(ended, result));
    this.runs = [...this.runs, run];
    if (this.endpoint !== null && keyOf(target) === keyOf(this.endpoint)) this.endpoint = target;
    else void this.openEndpoint(target);
    this.shown = { kind: 'running', run };
  }

  /** Runs the same check of the open endpoint again, unless it runs already. */
  checkAgain(): void {
    const { endpoint } = this;
    if (endpoint === null || this.#runOf(endpoint) !== null) return;
    this.check({ target: endpoint, options: this.#asked.get(keyOf(endpoint)) ?? {} });
  }

  /** Cancels the check of the open endpoint, if one runs. */
  cancel(): void {
    if (this.endpoint !== null) this.#runOf(this.endpoint)?.cancel();
  }

  /** Opens the endpoint of a host that was checked last. */
  async openHost({ host, endpoints }: HostSummary): Promise<void> {
    const [newest] = endpoints.toSorted((a, b) => (b.lastCheckedAtMs ?? 0) - (a.lastCheckedAtMs ?? 0));
    if (newest !== undefined) await this.openEndpoint({ host, port: newest.port, transport: newest.transport });
  }

  /** Opens the page of an endpoint with its newest check, or the one that runs. */
  async openEndpoint(target: Target): Promise<void> {
    this.endpoint = target;
    const run = this.#runOf(target);
    this.shown = run === null ? { kind: 'loading' } : { kind: 'running', run };
    await this.past.open(this.#known(target));
    if (this.endpoint === target && this.shown.kind === 'loading') await this.#showNewest();
  }

  /** Shows a past check of the open endpoint. */
  async showCheck(id: number): Promise<void> {
    const { endpoint } = this;
    const reading = await ask('readCheck', { id });
    if (this.endpoint !== endpoint) return;
    if (reading.kind === 'unreadable') this.past.problem = reading.problem;
    else if (reading.value !== null) this.shown = { kind: 'check', check: reading.value, notSaved: null };
  }

  /** Shows the check below the one that is shown, or above it. */
  showNeighbour(step: 1 | -1): void {
    const { shown } = this;
    const rows = (this.listed.isFiltered ? this.listed.rows : this.past.rows) ?? [];
    const index = shown.kind === 'check' ? rows.findIndex(({ id }) => id === shown.check.id) : -1;
    const row = rows[Math.max(index, step === 1 ? -1 : 0) + step];
    if (row !== undefined) void this.showCheck(row.id);
  }

  /** Whether a check of this host runs. */
  isChecking(host: string): boolean {
    return this.runs.some(({ target }) => target.host === host);
  }

  async #end(run: CheckRun, result: CheckResult | null): Promise<void> {
    this.runs = this.runs.filter((one) => one !== run);
    if (this.shown.kind === 'running' && this.shown.run === run) this.#showResult(result);
    await this.#refresh();
  }

  #showResult(result: CheckResult | null): void {
    if (result === null) {
      this.shown = { kind: 'nothing' };
      return;
    }
    const { check, saved } = result;
    this.shown = { kind: 'check', check, notSaved: saved.kind === 'not_saved' ? saved.problem : null };
    this.justEnded = check;
  }

  /** Reads the lists again; whoever looked at the newest check sees the newer one. */
  async #refresh(): Promise<void> {
    const { endpoint, shown } = this;
    const newestId = this.past.rows?.[0]?.id ?? null;
    await Promise.all([this.hosts.refresh(), this.status.refresh()]);
    if (endpoint === null || endpoint !== this.endpoint) return;
    await this.past.follow(this.#known(endpoint));
    const sawNewest = shown.kind === 'nothing' || (shown.kind === 'check' && shown.check.id === newestId && shown.notSaved === null);
    if (sawNewest && this.shown === shown && this.past.rows?.[0]?.id !== newestId) await this.#showNewest();
  }

  async #showNewest(): Promise<void> {
    const newest = this.past.rows?.[0];
    if (newest === undefined) this.shown = { kind: 'nothing' };
    else await this.showCheck(newest.id);
  }

  #runOf(target: Target): CheckRun | null {
    return this.runs.find((run) => keyOf(run.target) === keyOf(target)) ?? null;
  }

  #known({ host, port, transport }: Target): KnownEndpoint | null {
    const known = this.hosts.find(host);
    return known === null ? null : { hostId: known.id, port, transport };
  }
}

function keyOf({ host, port, transport }: Target): string {
  return `${transport} ${port} ${host}`;
}
