"""From exec to the first item on a real terminal, and `--help`, as ratios of the bare imports."""

from ratio import BASELINE, HTSCREEN, alternating, report, settled_environment, until_prompt

if __name__ == "__main__":
    environment = settled_environment()
    ours, bare = alternating(lambda: until_prompt(HTSCREEN, environment), lambda: until_prompt(BASELINE, environment))
    print(f"first item {ours * 1000:.0f} ms, bare imports {bare * 1000:.0f} ms")
    report("exec to first item", ours / bare, 1.25)
