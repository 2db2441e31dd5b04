"""The style of the learner's pages: black on white, on a screen of any width and on letter paper."""

STYLE = """\
:root { --ink: #111; --soft: #4a4a4a; --line: #8a8a8a; --head: #17375e; --urgent: #8c1515; --pale: #eef2f7; }
* { box-sizing: border-box; }
html { font: 100%/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.6em; line-height: 1.2; }
h2 { font-size: 1.25em; color: var(--head); border-bottom: 2px solid var(--head); padding-bottom: .15em; }
h3 { font-size: 1em; }
section { margin-top: 1.8rem; }
section > * + * { margin-top: .6rem; }
ul, ol { padding-left: 1.2em; }
li + li { margin-top: .3em; }
.soft { color: var(--soft); }
.id { color: var(--soft); font-weight: normal; }
.lead { font-size: 1.1em; }
.bad { color: var(--urgent); font-weight: bold; }
.each { border-left: 3px solid var(--line); padding-left: .8em; break-inside: avoid; }
.each + .each { margin-top: .9em; }
.each > * + * { margin-top: .15em; }
.each.found, .each.done { border-color: var(--head); }
.each.missed, .each.overcalled, .each.broken, .each.late { border-color: var(--urgent); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .3em; }
th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
thead th { background: var(--pale); }
tbody th { font-weight: normal; }
tr { break-inside: avoid; }
td.number, th.number { text-align: right; }
.four { width: auto; }
.four td { font-size: 1.5em; text-align: center; min-width: 5em; }
.path td { width: 50%; }
.path .parts td { border-top: 3px solid var(--urgent); }
.path .off { background: var(--pale); }
.pair { display: grid; gap: .2em 1.2em; }
svg { display: block; max-width: 22rem; width: 100%; height: auto; }
.grids { display: grid; gap: 1.2em; }
.grids p { margin-top: .5em; }

@media (min-width: 44rem) {
  .pair, .grids { grid-template-columns: 1fr 1fr; }
  thead th { min-width: 6.2em; }
}
@media print {
  @page { size: letter; margin: .6in; }
  html { font-size: 9.5pt; line-height: 1.3; }
  body { max-width: none; padding: 0; }
  section { margin-top: 1.1rem; }
  h2, h3 { break-after: avoid; }
  .pair, .grids { grid-template-columns: 1fr 1fr; }
  svg { max-width: 2.6in; }
  thead th { min-width: 6.2em; }
}
"""
