import Archive from '@lucide/svelte/icons/archive';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Columns2 from '@lucide/svelte/icons/columns-2';
import Download from '@lucide/svelte/icons/download';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Eye from '@lucide/svelte/icons/eye';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import CircleArrowUp from '@lucide/svelte/icons/circle-arrow-up';
import FileText from '@lucide/svelte/icons/file-text';
import History from '@lucide/svelte/icons/history';
import Keyboard from '@lucide/svelte/icons/keyboard';
import ListFilter from '@lucide/svelte/icons/list-filter';
import MoveLeft from '@lucide/svelte/icons/move-left';
import MoveRight from '@lucide/svelte/icons/move-right';
import PanelRight from '@lucide/svelte/icons/panel-right';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Search from '@lucide/svelte/icons/search';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Upload from '@lucide/svelte/icons/upload';
import SquareTerminal from '@lucide/svelte/icons/square-terminal';
import X from '@lucide/svelte/icons/x';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';

import type { CommandId } from '../../../shared/ipc/window-commands.ts';

/** The signs of commands; those without one have a common sign. */
export const commandIcons: Readonly<Partial<Record<CommandId, typeof Search>>> = {
  new_check: Search,
  check_again: RotateCw,
  cancel: X,
  compare: Columns2,
  new_console: SquareTerminal,
  kept_consoles: History,
  watch: Eye,
  watches: Eye,
  guidance: PanelRight,
  changes: Undo2,
  add_result: ClipboardPaste,
  export: Upload,
  report: FileText,
  import: Download,
  back_up: Archive,
  restore: Archive,
  back: MoveLeft,
  forward: MoveRight,
  filter_hosts: ListFilter,
  settings: SlidersHorizontal,
  zoom_in: ZoomIn,
  zoom_out: ZoomOut,
  all_keys: Keyboard,
  documentation: ExternalLink,
  report_problem: ExternalLink,
  look_for_updates: CircleArrowUp,
  copy_diagnostics: ClipboardList,
};
