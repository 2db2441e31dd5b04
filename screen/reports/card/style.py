"""The style of the cards: black on white, on a screen of any width and on letter paper, in colour or without."""

STYLE = """\
:root { --ink: #111; --soft: #4a4a4a; --line: #8a8a8a; --head: #17375e; --urgent: #8c1515; }
* { box-sizing: border-box; }
html { font: 100%/1.4 Arial, "Liberation Sans", Helvetica, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1, h2, h3, h4, p, ul, ol { margin: 0; padding: 0; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.5em; line-height: 1.15; }
h2, h3 { color: var(--head); }
h3, h4 { font-size: 1em; line-height: inherit; }
ul, ol { padding-left: 1.1em; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
a { color: var(--head); }
nav ul { display: flex; flex-wrap: wrap; gap: .25em 1.5em; list-style: none; padding: .5em 0; }
.card { border-top: 3px solid var(--head); margin-top: 2rem; padding-top: .75rem; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1em; }
.soft { color: var(--soft); }
.urgent { color: var(--urgent); }
.halves { display: grid; gap: 1em 1.4em; margin-top: .4em; }
li, tr { break-inside: avoid; }
h2, h3, h4, .lead { break-after: avoid; }

table { border-collapse: collapse; width: 100%; }
th, td { padding: .04em .5em .04em 0; text-align: left; vertical-align: baseline; font-weight: normal; }
thead th { color: var(--soft); }
tbody { break-inside: avoid; }
.group { break-after: avoid; }
.group th { font-weight: bold; color: var(--head); padding-top: .4em; border-bottom: 1px solid var(--head); }
.fact + .fact > tr:first-child > * { border-top: 1px dotted var(--line); }
.fact th, .fact .weaker { color: var(--soft); }
.fact th { width: 5.4em; }
td.grade { white-space: nowrap; font-weight: bold; width: 2.1em; padding-right: .3em; }
th:last-child, td:last-child { padding-right: 0; }
abbr { text-decoration: none; }

.weigh > * + *, .look > * + * { margin-top: .55em; }
.leads h4 span { font-weight: normal; color: var(--soft); }
.leads > div:first-of-type h4 { color: var(--urgent); }
.leads > div { margin-top: .25em; }
.do { border-left: 3px solid var(--line); padding-left: .8em; }
.do.first { border-left: 3px solid var(--urgent); }
.do.first h3 { color: var(--urgent); }

.lines { display: flex; flex-wrap: wrap; gap: .7em 1.5em; margin: .9em 0 .7em; }
.lines p { display: flex; flex: 1; gap: .7em; white-space: nowrap; }
.lines span { flex: 1; border-bottom: 1px solid var(--ink); min-width: 6em; }
.flow { margin-top: .7em; }
.questions { list-style: none; padding: 0; }
.row, .notes { padding: .35em 0 .6em; border-top: 1px solid var(--line); break-inside: avoid; }
.row h3 span { font-weight: normal; color: var(--soft); }
.row .when { color: var(--soft); }
.row ul { list-style: none; padding: 0; }
.row li { display: flex; align-items: baseline; gap: .5em; margin-top: .3em; }
.box { flex: none; width: 1em; height: 1em; border: 1.5px solid var(--ink); border-radius: 1px; translate: 0 .15em; }
.digit { flex: none; font-weight: bold; min-width: .7em; }
.others { display: flex; flex-wrap: wrap; gap: 0 1.4em; color: var(--soft); }
.write { height: 2.3em; border-bottom: 1px solid var(--line); }
.total { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .8em; border-top: 1px solid var(--line); }
.total { padding-top: .7em; break-inside: avoid; }
.total b { font-size: 1.25em; }
.total span { border: 2px solid var(--ink); border-radius: 2px; width: 4.5em; height: 2.3em; margin-right: 1em; }

.phrases .top p { font-size: .85em; }
.said { list-style: none; padding: 0; margin-top: .4em; }
.said li { display: grid; grid-template-columns: 2em 1fr; align-items: baseline; border-top: 1px solid var(--line); }
.said li { padding: .38em 0 .42em; }
.said .say { font-size: 1.45em; line-height: 1.25; text-wrap: balance; }
.said .number, .said .meaning { color: var(--soft); font-size: .85em; }
.said .meaning { grid-column: 2; }
.few .say { font-size: 2.2em; }
.few li { padding: 1.4em 0; }

@media (min-width: 56rem) {
  .halves { grid-template-columns: 1fr 1fr; column-gap: 3em; }
  .flow { columns: 2; column-gap: 2em; }
}
@media print {
  @page { size: letter; margin: .35in; }
  html { font-size: 7.5pt; line-height: 1.15; }
  body { max-width: none; padding: 0; }
  .screen { display: none; }
  .card { margin: 0; padding: 0; border: 0; }
  .card + .card { break-before: page; }
  .halves { grid-template-columns: 49fr 51fr; }
  .run { padding: 0; }
  .run li { display: inline; }
  .run li::before { content: "\\2022\\a0"; color: var(--soft); }
  .leads h4, .leads ul, .do h3, .do .lead { display: inline; }
  .form { font-size: 9.5pt; }
  .flow { columns: 2; column-gap: 1.8em; }
  .phrases { font-size: 11pt; }
}
"""
