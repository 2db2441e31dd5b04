"""The style of the cards of scenarios: that of all cards, each on a sheet of its own, on A4 and on letter paper."""

from screen.reports.card.style import STYLE as CARDS

SIZED = "\n".join(
    f"  .size-{size.replace('.', '-')} {{ font-size: {size}pt; }}" for size in ("9", "9.5", "10", "10.5", "11", "12")
)
"""The sizes in which a role card is printed; the least is 9 points, which can be read while acting."""

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
{SIZED}
  .role {{ line-height: 1.15; }}
  .role.one .plain li {{ display: inline; }}
  .role.one .plain li::before {{ content: "\\2022\\a0"; color: var(--soft); }}
  .key {{ font-size: 9.5pt; }}
  .key.long {{ font-size: 9pt; }}
  .handout {{ font-size: 11.5pt; line-height: 1.3; }}
  .handout .write {{ height: 2.2em; }}
}}
"""
