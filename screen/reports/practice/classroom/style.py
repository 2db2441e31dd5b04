"""The style of the class page: large enough for a projector, black on white, and on letter paper in greys too."""

STYLE = """\
:root { --ink: #111; --soft: #4a4a4a; --line: #8a8a8a; --head: #17375e; --right: #1f5f9e; --below: #c9781a;
  --above: #8c1515; }
* { box-sizing: border-box; }
html { font: 112.5%/1.4 Arial, "Liberation Sans", Helvetica, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; }
.notice { font-weight: bold; margin-top: .2em; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.4em; line-height: 1.2; }
h3 { font-size: 1.2em; }
h2, h3 { color: var(--head); }
a { color: var(--head); }
p, td, tbody th, dd, li { overflow-wrap: anywhere; }
.short { white-space: nowrap; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.facts { display: flex; flex-wrap: wrap; gap: .25em 1.8em; margin: .5em 0; }
.facts div { display: flex; gap: .4em; }
dt { color: var(--soft); }
dd { font-weight: bold; }
nav ul { display: flex; flex-wrap: wrap; gap: .25em 1.4em; list-style: none; }
.part { margin-top: 1.6rem; border-top: 3px solid var(--head); padding-top: .6rem; }
.part > p { max-width: 48rem; margin-top: .35em; }
.part > .figure { font-size: 1.9em; line-height: 1.2; font-weight: bold; color: var(--above); max-width: none; }
.behind { margin-top: 2.4rem; }
.behind .part { border-top: 1px solid var(--line); }
h2, h3, caption, .figure { break-after: avoid; }
tr { break-inside: avoid; }

.table { margin-top: .8em; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .25em; }
.legend { display: flex; flex-wrap: wrap; gap: .1em 1.2em; font-weight: normal; }
.legend span { display: inline-flex; align-items: center; gap: .4em; }
.legend svg { width: 1em; height: 1em; }
th, td { padding: .25em .7em .25em 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { color: var(--soft); vertical-align: bottom; }
tbody tr { border-top: 1px solid #d5d5d5; }
td { font-variant-numeric: tabular-nums; }
.note { display: block; color: var(--soft); font-size: .85em; }
td.bar { width: 38%; padding-right: 0; }
td.bar svg { display: block; width: 100%; height: 1.5em; }
rect { stroke: var(--ink); stroke-width: 1; vector-effect: non-scaling-stroke; }
.right { fill: var(--right); }
.below { fill: url(#below); }
.above { fill: url(#above); }
.rest { fill: #fff; }
pattern rect { stroke: none; }
.ground-below { fill: #fbe3c4; }
.ground-above { fill: #e9a3a3; }
.line { stroke: var(--below); stroke-width: 2; fill: none; }
.point { fill: var(--above); }
.wide { font-size: .85em; }

@media screen and (min-width: 90rem) {
  html { font-size: 131.25%; }
  body { max-width: none; padding: 1rem 2rem; }
  .parts, .tables { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; align-items: start; }
  .parts > .signs, .parts > .conduct, .parts > .learners, .parts > .agreement,
  .part:not(.signs, .conduct) > .tables > .table, .table:only-child { grid-column: 1 / -1; }
  .part > p { max-width: none; }
  .note { font-size: .9em; }
  tbody th { min-width: 9em; }
  .cells .short { white-space: normal; }
  .cells td.bar { width: 30%; }
  .wide { font-size: 1em; }
}
@media screen and (min-width: 110rem) {
  html { font-size: 137.5%; }
}
@media (max-width: 44rem) {
  html { font-size: 100%; }
  thead { display: none; }
  table, tbody, tr, caption { display: block; }
  tr { padding: .35em 0; }
  tbody th, tbody td { display: block; padding: 0; }
  td[data-head]::before { content: attr(data-head) ": "; color: var(--soft); }
  tbody td:not(.bar) { display: inline-block; margin-right: 1em; }
  td.bar { width: auto; padding-top: .2em; }
}
@media print {
  @page { size: letter; margin: .5in; }
  html { font-size: 9pt; line-height: 1.2; }
  th, td { padding: .12em .6em .12em 0; }
  body { max-width: none; padding: 0; }
  .screen { display: none; }
  .part { margin-top: 1em; border-width: 1.5px; }
  .part > .figure { font-size: 1.5em; color: var(--ink); }
  .behind { break-before: page; }
  .part > p:has(+ p, + .tables) { break-after: avoid; }
  .table:not(:has(tr:nth-child(16))), .part:not(:has(tr:nth-child(7))) { break-inside: avoid; }
  td.bar svg { height: 1.1em; }
  .wide { font-size: .88em; }
  rect { print-color-adjust: exact; }
}
"""
