import type { Desk, TakenUp } from '../../shared/ipc/desk-entries.ts';
import type { Handlers } from './handlers.ts';

/** What the person has in hand in the window, for the page that follows one that stopped. In memory only: what is typed may be a secret. */
export class KeptDesk {
  #desk: Desk | null = null;
  #left: TakenUp = null;

  /** The page stopped; the next one may take up what it left. */
  leave(stopped: NonNullable<TakenUp>['stopped']): void {
    this.#left = { stopped, desk: this.#desk };
  }

  /** The handlers by which the window keeps its desk and takes it up again. */
  handlers(): Pick<Handlers, 'keepDesk' | 'takeUpDesk'> {
    return {
      keepDesk: (desk) => {
        this.#desk = desk;
        return null;
      },
      takeUpDesk: () => {
        const left = this.#left;
        this.#left = null;
        return left;
      },
    };
  }
}
