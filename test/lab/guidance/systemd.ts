/** How a unit is run where no systemd does it. */
interface PlainUnit {
  /** Starts it and returns when it is up or has failed. */
  readonly start: string;
  /** Its process, as ps -C names it. */
  readonly process: string;
}

/** The plain equivalent of each unit the lab's machines run: the same program with the same file as Debian's unit. */
const plainUnits: Readonly<Record<string, PlainUnit>> = {
  vsftpd: { start: 'vsftpd /etc/vsftpd.conf', process: 'vsftpd' },
};

// A daemon forks before it listens, and dies some time after it was told to: both are waited for, as systemd does.
const script = `#!/bin/sh
run() {
  "$@" > /run/$unit.log 2>&1 < /dev/null || { cat /run/$unit.log >&2; exit 1; }
  for try in $(seq 200); do listens && return 0; sleep 0.1; done
  exit 1
}
listens() { ss -Hltnp | grep -q "\\"$process\\""; }
stop() {
  pids=$(ps -C $process -o pid=,stat= | awk '$2 !~ /^Z/ { print $1 }')
  [ -z "$pids" ] || kill $pids
  for try in $(seq 200); do listens || return 0; sleep 0.1; done
  exit 1
}
`;

/** `systemctl start|stop|restart UNIT` for a machine without systemd; anything else it does not know, and says so. */
export const systemctlProgram = [
  script,
  'unit=$2\ncase "$unit" in',
  ...Object.entries(plainUnits).map(([unit, { process }]) => `${unit}) process=${process} ;;`),
  '*) echo "no equivalent for $*" >&2; exit 4 ;;\nesac',
  'case "$1 $2" in',
  ...Object.entries(plainUnits).flatMap(([unit, { start }]) => [
    `"start ${unit}") run ${start} ;;`,
    `"stop ${unit}") stop ;;`,
    `"restart ${unit}") stop; run ${start} ;;`,
  ]),
  '*) echo "no equivalent for $*" >&2; exit 4 ;;\nesac\n',
].join('\n');
