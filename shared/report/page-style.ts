/**
 * The look of a report: the light theme of look.md in plain colours, because a ticket system, a mail program and a printer all show it.
 *
 * A hue is an outcome, nothing else. Fonts are the reader's own: the file loads nothing.
 */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 52rem; padding: 0 1.25rem; background: #fdfdfe; color: #161a1e; font: 0.875rem/1.45 Inter, system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.25rem; line-height: 1.35; margin: 0 0 0.25rem; }
h2 { font-size: 1rem; margin: 2rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid #d9dbdf; }
h3 { font-size: 0.875rem; margin: 1.25rem 0 0.25rem; }
p { margin: 0.25rem 0 0.5rem; max-width: 46rem; }
code, pre { font: 0.8125rem/1.45 "JetBrains Mono", ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-variant-ligatures: none; }
code { unicode-bidi: isolate; overflow-wrap: anywhere; }
pre { margin: 0.25rem 0 0.75rem; padding: 0.5rem 0.75rem; background: #f4f5f7; border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; direction: ltr; }
dl { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.125rem 1.25rem; margin: 0.25rem 0 0.75rem; }
dt { color: #5d6269; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 0.25rem 0 0.75rem; font-size: 0.8125rem; }
th, td { text-align: start; vertical-align: top; padding: 0.1875rem 1rem 0.1875rem 0; border-bottom: 1px solid #e7e8eb; overflow-wrap: anywhere; }
th { color: #5d6269; font-weight: 430; } td.end, th.end { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 0.5rem 0 0.75rem; } figcaption { color: #5d6269; font-size: 0.8125rem; }
svg { display: block; width: 100%; height: auto; margin: 0.5rem 0 0.75rem; direction: ltr; overflow: visible; }
svg text { font-size: 10px; fill: #5d6269; }
.line { fill: none; stroke: #161a1e; stroke-width: 1.25; stroke-linejoin: round; } .dot { fill: #161a1e; } .spread { fill: #161a1e; fill-opacity: 0.12; }
.filled { fill: currentColor; } .outlined { fill: none; stroke: currentColor; }
.outcome { font-weight: 600; }
.succeeded { color: #05684c; } .cell.succeeded { color: #5d8876; } .refused { color: #a80f15; } .timed-out { color: #806000; } .no-route { color: #1e6497; }
.unknown { color: #5020a2; } .closed { color: #b31d54; } .tls { color: #621f67; } .none { color: #5d6269; } .failed { color: #161a1e; }
@media print { body { margin: 0; max-width: none; background: none; } h2 { break-after: avoid; } tr, svg { break-inside: avoid; } }
`.trim();
