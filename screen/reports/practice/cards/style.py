"""The style of the cards of scenarios: that of all cards, with one card a sheet, on A4 and on letter paper."""

from screen.reports.card.style import STYLE as CARDS

STYLE = f"""\
{CARDS}
.play h3 {{ margin-top: .7em; }}
.play .who {{ margin-top: .3em; }}
.play .part {{ break-inside: auto; }}
.replies, .steps, .plain {{ list-style: none; padding: 0; }}
.replies > li {{ margin-top: .35em; }}
.replies ol {{ list-style: none; padding: 0; }}
.replies ol li {{ display: flex; gap: .5em; }}
.replies .digit {{ min-width: .9em; }}
.replies .when {{ color: var(--soft); }}
.replies h4 {{ font-weight: bold; }}
.steps li {{ display: flex; gap: .5em; }}
.steps .digit {{ min-width: 1.5em; text-align: right; }}
.steps .kind {{ color: var(--soft); flex: none; min-width: 1.9em; }}
.handout .seen {{ font-size: 1.15em; }}
.handout h3 {{ margin-top: 1em; }}
.ring {{ display: flex; flex-wrap: wrap; gap: .3em 1.6em; list-style: none; padding: 0; }}
.secret {{ color: var(--urgent); font-weight: bold; }}
@media print {{
  @page {{ size: auto; margin: .35in; }}
  .play.card {{ border-top: 0; }}
  .play .columns {{ columns: 2; column-gap: 1.8em; }}
  .alone h4, .alone ol, .replies .alone li {{ display: inline; }}
  .alone h4::after, .alone .digit::after {{ content: " "; }}
  .role {{ font-size: 8.4pt; }}
  .role.long {{ font-size: 7.5pt; line-height: 1.06; }}
  .role.long .replies > li {{ margin-top: .15em; }}
  .long .plain li, .longest .plain li {{ display: inline; }}
  .long .plain li::before, .longest .plain li::before {{ content: "\\2022\\a0"; color: var(--soft); }}
  @page tight {{ size: auto; margin: .25in; }}
  .role.longest {{ page: tight; font-size: 7.5pt; line-height: 1.02; }}
  .role.longest .replies > li {{ margin-top: .05em; }}
  .key {{ font-size: 9.5pt; }}
  .key.long {{ font-size: 8.4pt; }}
  .handout {{ font-size: 11.5pt; line-height: 1.3; }}
  .handout .write {{ height: 2.2em; }}
}}
"""
