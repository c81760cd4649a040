import type { Check } from '../../shared/check/check.ts';
import type { Target } from '../../shared/check/target.ts';
import type { HostSummary } from '../../shared/history/host.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { RequestOf } from '../../shared/ipc/types.ts';
import { ask, follow } from '../bridge.ts';
import { CheckList } from './check-list.svelte.ts';
import { CheckRun, type CheckResult } from './check-run.svelte.ts';
import { Comparing } from './comparing.svelte.ts';
import { Consoles } from './console/consoles.svelte.ts';
import { TimelineReading } from './endpoint-timeline.svelte.ts';
import { Guidance } from './guidance/guidance.svelte.ts';
import { OpenChanges } from './guidance/open-changes.svelte.ts';
import { HistoryStatus } from './history-status.svelte.ts';
import { HostLabels } from './host-labels.svelte.ts';
import { HostList } from './host-list.svelte.ts';
import { ManyChecks } from './many-checks.svelte.ts';
import { Navigation, type Place } from './navigation.svelte.ts';
import { NewestChecks, type KnownEndpoint } from './newest-checks.svelte.ts';
import { Throttle } from './throttle.ts';
import type { WatchedResult } from './watch.svelte.ts';
import { Watches } from './watches.svelte.ts';

type CheckRequest = RequestOf<'runCheck'>;

/** What stands on the page of the open endpoint. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'running'; readonly run: CheckRun }
  | { readonly kind: 'check'; readonly check: Check; readonly notSaved: StoreProblem | null };

/** Who checks so often wants to see it move, in milliseconds. */
const LIVE_INTERVAL_MS = 10_000;

/** What the person works on: the open endpoint, the check shown of it, and the checks that run. */
export class Workspace {
  readonly hosts = new HostList();
  readonly labels = new HostLabels(() => this.hosts.refresh());
  readonly many = new ManyChecks(() => this.#refreshing.ask());
  readonly newest = new NewestChecks();
  readonly listed = new CheckList();
  /** Of all hosts. */
  readonly everyCheck = new CheckList();
  readonly comparing = new Comparing();
  readonly timeline = new TimelineReading();
  readonly status = new HistoryStatus();
  readonly changes = new OpenChanges();
  readonly guidance = new Guidance(() => void this.changes.refresh());
  readonly navigation = new Navigation();
  readonly consoles = new Consoles();
  readonly watches = new Watches((result, before) => this.#takeWatched(result, before));

  /** The endpoint whose page is open, or null before the first. */
  endpoint: Target | null = $state.raw(null);
  shown: Shown = $state.raw({ kind: 'nothing' });
  runs: readonly CheckRun[] = $state.raw([]);
  /** The lists were read: what is empty now is empty indeed. */
  hasStarted = $state(false);
  /** What was pasted and is to be read as a result from elsewhere; '' while nothing is in the form yet, null while it is closed. */
  pasting: string | null = $state(null);
  /** The check that ended last on the open page: to be said once, aloud. */
  justEnded: Check | null = $state.raw(null);

  /** What was asked of an endpoint in this session, so that "check again" asks the same. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the screen depends on it
  readonly #asked = new Map<string, CheckRequest['options']>();

  /** Counts what somebody wants to see: an answer that comes after the next wish is not shown. */
  #lastAsked = 0;

  /** Results that come fast are shown together. */
  readonly #refreshing = new Throttle(() => this.refresh());

  /** Why a part of the open page could not be read, or null. */
  readonly problem = $derived(
    this.hosts.problem ??
      this.labels.problem ??
      this.newest.problem ??
      this.listed.problem ??
      this.comparing.problem ??
      this.timeline.problem,
  );

  /** Reads what is there, opens the host checked last, and follows what the command line adds. */
  async start(): Promise<void> {
    follow('followHistory', null, { onEvent: () => void this.refresh() });
    await Promise.all([this.hosts.refresh(), this.status.refresh(), this.changes.refresh()]);
    const newest = await this.hosts.findNewest();
    this.hasStarted = true;
    if (newest !== null && this.endpoint === null) await this.openHost(newest);
  }

  /** Runs a check and opens its page. */
  check(request: CheckRequest): CheckRun {
    const { target } = request;
    this.#asked.set(keyOf(target), request.options);
    const run = new CheckRun(request, (ended, result) => void this.#end(ended, result));
    this.runs = [...this.runs, run];
    if (this.endpoint !== null && keyOf(target) === keyOf(this.endpoint)) {
      this.endpoint = target;
      this.navigation.go({ kind: 'endpoint', target });
    } else void this.openEndpoint(target);
    this.shown = { kind: 'running', run };
    this.#lastAsked += 1;
    return run;
  }

  /** Runs the check of an endpoint again, as part of a case. */
  checkForCase(target: Target, caseId: number | null): CheckRun {
    return this.#runOf(target) ?? this.check({ target, options: this.#asked.get(keyOf(target)) ?? {}, caseId });
  }

  /** Opens a console to what a check would be made of, in TLS where it would be. */
  talk({ target, options }: CheckRequest): void {
    const hasTls = options.tls === undefined || options.tls === 'auto' ? null : options.tls === 'on';
    this.consoles.talk(target, options.service ?? null, hasTls);
    this.navigation.go({ kind: 'console' });
  }

  /** Runs the same check of the open endpoint again, unless it runs already. */
  checkAgain(): void {
    const { endpoint } = this;
    if (endpoint === null || this.#runOf(endpoint) !== null) return;
    this.checkForCase(endpoint, this.guidance.openCaseIdOf(endpoint));
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
    this.navigation.go({ kind: 'endpoint', target });
    this.endpoint = target;
    const run = this.#runOf(target);
    this.shown = run === null ? { kind: 'loading' } : { kind: 'running', run };
    this.#lastAsked += 1;
    const asked = this.#lastAsked;
    await this.hosts.keep(target.host);
    if (this.endpoint !== target) return;
    await this.newest.open(this.#known(target));
    // Whoever chose a row meanwhile sees that one.
    if (asked === this.#lastAsked && this.shown.kind === 'loading') await this.#showNewest();
  }

  /** Leaves a host that is not there any more for the one checked last. */
  async leaveHost(): Promise<void> {
    this.endpoint = null;
    this.shown = { kind: 'nothing' };
    this.#lastAsked += 1;
    this.navigation.go({ kind: 'start' });
    await this.refresh();
    const newest = await this.hosts.findNewest();
    if (newest !== null) await this.openHost(newest);
  }

  /** Everything may be another now: the history was replaced, and what had a number has another one. */
  async readAnew(): Promise<void> {
    this.comparing.close();
    await Promise.all([this.hosts.refresh(), this.status.refresh()]);
    if (this.endpoint !== null && this.navigation.place.kind === 'endpoint') await this.openEndpoint({ ...this.endpoint });
  }

  /** Opens the page of a past check, with this check on it. */
  async openCheck({ id, host, port, transport }: Target & { readonly id: number }): Promise<void> {
    await this.openEndpoint({ host, port, transport });
    await this.showCheck(id);
  }

  /** Goes back to the place before this one. */
  goBack(): void {
    this.#arrive(this.navigation.back());
  }

  /** Goes where the person came back from. */
  goForward(): void {
    this.#arrive(this.navigation.forward());
  }

  #arrive(place: Place | null): void {
    if (place?.kind === 'endpoint') void this.openEndpoint(place.target);
  }

  /** Shows a past check of the open endpoint. */
  async showCheck(id: number): Promise<void> {
    this.#lastAsked += 1;
    const asked = this.#lastAsked;
    const reading = await ask('readCheck', { id });
    if (asked !== this.#lastAsked) return;
    if (reading.kind === 'unreadable') this.newest.problem = reading.problem;
    else if (reading.value !== null) this.shown = { kind: 'check', check: reading.value, notSaved: null };
  }

  /** Shows the check below the one that is shown, or above it. */
  async showNeighbour(step: 1 | -1): Promise<void> {
    const { shown, listed } = this;
    const place = shown.kind === 'check' ? listed.rows.findIndex((row) => row?.id === shown.check.id) : -1;
    const row = await listed.find(Math.max(place, step === 1 ? -1 : 0) + step);
    if (row !== null) await this.showCheck(row.id);
  }

  /** Whether a check of this host runs. */
  isChecking(host: string): boolean {
    return this.runs.some(({ target }) => target.host === host);
  }

  async #end(run: CheckRun, result: CheckResult | null): Promise<void> {
    this.runs = this.runs.filter((one) => one !== run);
    if (this.shown.kind === 'running' && this.shown.run === run) this.#showResult(result);
    await this.refresh();
  }

  /** Starts to watch the open endpoint with what was asked of it, or stops it; false when too many are watched. */
  toggleWatch(how: Pick<RequestOf<'watchEndpoint'>, 'intervalMs' | 'until' | 'notice'>): boolean {
    const { endpoint } = this;
    if (endpoint === null) return true;
    const watch = this.watches.of(endpoint);
    if (watch === null || watch.over !== null) {
      if (how.intervalMs <= LIVE_INTERVAL_MS) void this.timeline.choose('ten_minutes');
      return this.watches.start({ ...how, target: endpoint, options: this.#asked.get(keyOf(endpoint)) ?? {} });
    }
    watch.stop();
    return true;
  }

  /** A watch made another check: whoever looks at the newest one of its endpoint sees this one now; a change is said aloud. */
  #takeWatched(result: WatchedResult, before: WatchedResult | null): void {
    this.#refreshing.ask();
    const { check } = result;
    const hasChanged = before !== null && before.check.outcome !== check.outcome;
    const { shown, endpoint } = this;
    const seen = shown.kind === 'check' ? shown.check.id : null;
    const seesNewest = shown.kind !== 'check' || seen === null || seen === before?.check.id || seen === this.newest.own?.id;
    if (endpoint !== null && keyOf(check.target) === keyOf(endpoint) && shown.kind !== 'running' && seesNewest)
      this.shown = { kind: 'check', check, notSaved: result.saved.kind === 'not_saved' ? result.saved.problem : null };
    if (hasChanged) this.justEnded = check;
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
  async refresh(): Promise<void> {
    const { endpoint, shown } = this;
    const asked = this.#lastAsked;
    const newestId = this.newest.own?.id ?? null;
    await Promise.all([this.hosts.refresh(), this.status.refresh(), this.changes.refresh()]);
    if (endpoint === null || endpoint !== this.endpoint) return;
    await this.newest.follow(this.#known(endpoint));
    const sawNewest = shown.kind === 'nothing' || (shown.kind === 'check' && shown.check.id === newestId && shown.notSaved === null);
    if (sawNewest && asked === this.#lastAsked && this.shown === shown && this.newest.own?.id !== newestId) await this.#showNewest();
  }

  async #showNewest(): Promise<void> {
    const newest = this.newest.own;
    if (newest === null) this.shown = { kind: 'nothing' };
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
